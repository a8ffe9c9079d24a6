import type { Exchange } from "../evidence.ts";

/** Where something stands: a file and a line of it, from 1. */
export interface Place {
	readonly file: string;
	readonly line: number;
}

/** Exchanges that are judged together, and where each was found. */
export interface Batch {
	readonly exchanges: readonly Exchange[];
	readonly places: readonly Place[];
	/** What it was taken for, for the reader. */
	readonly what: string;
	/** What was not given and had to be made up: then it is not judged. */
	readonly lacks?: "headers";
}
