import type { Level } from "../../../reports/report.ts";
import type { OperationName, Shape, ShapeName } from "../../../specs/wire/contract.ts";
import type { Json } from "../../../specs/wire/json.ts";

/** A response that the contract has something to say about, and what of its request matters for that. */
export interface Reply {
	readonly operation: OperationName;
	/**
	 * - `answer`, `void`: a success of an operation that has an answer, or has none.
	 * - `fault`: a status of 4xx.
	 * - `sample`: the filler that a documentation site shows instead of answers, whatever its status.
	 * - `other`: a status that is neither a success nor a refusal.
	 */
	readonly kind: "answer" | "void" | "fault" | "sample" | "other";
	readonly status: number;
	/** Names in lower case. */
	readonly headers: { readonly [name: string]: string };
	readonly body: string;
	/** The body read as JSON; undefined where it is none. */
	readonly json: Json | undefined;
	/** A poll that brought no task, which has a shape of its own. */
	readonly isIdle: boolean;
	readonly requestHeaders: { readonly [name: string]: string };
	readonly requestBody: string;
}

/** A way into an answer, from its end. */
export interface Path {
	readonly parent: Path | undefined;
	readonly key: string | number;
}

/** One value of an answer and the shape that the contract gives it. */
export interface Place {
	readonly reply: Reply;
	readonly shape: Shape;
	readonly name: ShapeName;
	readonly value: Json;
	/** Undefined for the answer itself. */
	readonly path: Path | undefined;
}

/** How a rule is broken, once. */
export interface Breach {
	/** Where in the response; a rule about values leaves it to the walk. */
	readonly at?: string;
	/** Behind the place of the value, for what concerns one member of it. */
	readonly member?: string;
	/** One sentence, the same wherever the rule is broken in the same way. */
	readonly message: string;
	readonly expected?: Json;
	readonly observed?: Json;
}

/**
 * One rule of the contract, named in the table by its clause.
 *
 * What clients read, a broken answer breaks in the very case that saw it. What no client reads (`envelope`: a header, a namespace, an
 * empty body) a target does alike in every response: it counts in the cases that cite the clause, so that one header that is missing
 * everywhere does not fail everything, and elsewhere it is told as information.
 */
export type Rule = { readonly level: Level; readonly scope: "answer" | "envelope" } & (
	| { readonly of: "reply"; readonly find: (reply: Reply) => Breach | undefined }
	| { readonly of: "value"; readonly find: (place: Place) => Breach | undefined }
);

/** What a hostile value is worth telling of it: never its depth, and not all of its length. */
export function shown(value: Json | undefined): Json {
	if (typeof value === "string") return value.length <= 200 ? value : `${value.slice(0, 200)}… (${value.length} characters)`;
	if (value === undefined) return "nothing";
	if (typeof value !== "object" || value === null) return value;
	return Array.isArray(value) ? `a list of ${value.length}` : "an object";
}

/** Evidence has this in the place of a secret, so a text that contains it is not as it was sent. */
export const isRedacted = (text: string): boolean => text.includes("[redacted]");
