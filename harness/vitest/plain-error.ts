/** An error that says what is wrong with a target or an input, for which no line of the kit's code is to blame: Vitest shows none. */
export function plainError(message: string, name = "Error"): Error {
	const error = new Error(message);
	error.name = name;
	error.stack = `${name}: ${message}`;
	return error;
}
