import type { Json } from "../../specs/wire/json.ts";
import { isTooDeep, tooDeep } from "../clients/read-outcome.ts";
import { InputError } from "../scenario/problem.ts";

/** A JSON value of a file, and the line that it begins on, from 1. */
export interface JsonValue {
	readonly value: Json;
	readonly line: number;
}

/** Reads a file of JSON: one value, one on each line, or several one after the other. Throws an InputError for anything else. */
export function jsonValues(text: string, file: string): readonly JsonValue[] {
	const bare = text.startsWith("\ufeff") ? text.slice(1) : text;
	const whole = parse(bare);
	const found = whole === undefined ? pieces(bare) : [{ piece: bare, line: bare.slice(0, bare.search(/\S/)).split("\n").length }];
	const values = found.map(({ piece, line }): JsonValue => {
		const refuse = (message: string): never => {
			throw new InputError([{ file, at: { line, column: 1 }, message }]);
		};
		const value =
			whole ?? parse(piece) ?? refuse("not JSON; expected a history, events, or exchanges, as JSON or as lines of JSON");
		return isTooDeep(value.json) ? refuse(`JSON that is ${tooDeep}`) : { value: value.json, line };
	});
	if (values.length === 0) throw new InputError([{ file, at: { line: 1, column: 1 }, message: "an empty file" }]);
	return values;
}

function parse(piece: string): { readonly json: Json } | undefined {
	try {
		return { json: JSON.parse(piece) };
	} catch {
		// The caller says so, with the place.
		return undefined;
	}
}

/** Cuts where one object or list ends and the next begins; whatever stands between them is a piece of its own. */
function pieces(text: string): readonly { readonly piece: string; readonly line: number }[] {
	const found: { piece: string; line: number }[] = [];
	let depth = 0;
	let start = 0;
	let line = 1;
	let counted = 0;
	const cut = (end: number) => {
		const piece = text.slice(start, end);
		const skipped = piece.length - piece.trimStart().length;
		for (; counted < start + skipped; counted += 1) if (text[counted] === "\n") line += 1;
		if (piece.trim() !== "") found.push({ piece, line });
		start = end;
	};
	// Only what opens, closes or may hide either matters.
	for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
		if (token === "{" || token === "[") {
			if (depth === 0) cut(index);
			depth += 1;
		} else if (token === "}" || token === "]") {
			depth -= 1;
			if (depth === 0) cut(index + 1);
		}
	}
	cut(text.length);
	return found;
}
