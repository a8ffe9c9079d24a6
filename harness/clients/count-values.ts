const [quote, comma, bracket, backslash, brace] = [0x22, 0x2c, 0x5b, 0x5c, 0x7b];

/** How many values a JSON text has, about; of any other text, some number no larger than its length. */
export function countValues(text: string): number {
	let count = 1;
	let inside = false;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (inside) {
			if (code === backslash) index += 1;
			else if (code === quote) inside = false;
		} else if (code === quote) inside = true;
		else if (code === comma || code === bracket || code === brace) count += 1;
	}
	return count;
}
