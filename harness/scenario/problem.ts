import { closest, distance } from "fastest-levenshtein";

/** A place in a file; both count from 1. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** One thing that is wrong with a file that somebody wrote. */
export interface Problem {
	readonly file: string;
	readonly at: Position;
	/** What is wrong, what was expected and, where one is near, what was perhaps meant. */
	readonly message: string;
}

/** Input that the kit refuses: scenarios, clauses, expectations, flags. Its problems are all that were found, not only the first. */
export class InputError extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(problems.map(describeProblem).join("\n"));
		this.name = "InputError";
		this.problems = problems;
	}
}

/** `file:line:column: message`, the form that editors and terminals make clickable. */
export const describeProblem = ({ file, at, message }: Problem): string => `${file}:${at.line}:${at.column}: ${message}`;

/** ` Did you mean X?` when one of the names is near, otherwise nothing. */
export function didYouMean(given: string, names: readonly string[]): string {
	if (names.length === 0) return "";
	const near = closest(
		given.toLowerCase(),
		names.map((name) => name.toLowerCase()),
	);
	const found = names.find((name) => name.toLowerCase() === near);
	if (found === undefined || distance(given.toLowerCase(), near) > Math.max(2, Math.floor(given.length / 3))) return "";
	return ` Did you mean ${found}?`;
}
