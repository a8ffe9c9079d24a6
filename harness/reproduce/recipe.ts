import type { Level, ReportClause } from "../../reports/report.ts";
import type { Json } from "../../specs/wire/json.ts";

/** A part of a text of a request that is another one each time. */
export type Part =
	| { readonly kind: "literal"; readonly text: string }
	/** What makes names unique: ten hexadecimal digits, made when a reproduction begins. */
	| { readonly kind: "unique" }
	| Seen;

/** What an earlier call was answered. */
export interface Seen {
	readonly kind: "seen";
	readonly call: number;
	readonly path: readonly (string | number)[];
}

/** A value of a request, with what has to be put in when it sets out. A text of a single `seen` part stands for that value, whatever its type. */
export type Filling =
	| { readonly kind: "plain"; readonly value: null | boolean | number }
	| { readonly kind: "text"; readonly parts: readonly Part[] }
	| { readonly kind: "list"; readonly items: readonly Filling[] }
	| { readonly kind: "members"; readonly members: readonly (readonly [name: string, value: Filling])[] };

/** One request, once or as often as it takes. */
export interface Call {
	readonly kind: "call";
	/** From 1. */
	readonly number: number;
	/** The step that sends it, or `fixture`, `history`, `clearing`. */
	readonly step: string;
	readonly operation: string;
	/** A text where the body is sent as it is. */
	readonly body: Filling;
	/** How often it is sent at most, until a task arrives; 1 for what is no poll for a task that arrived. */
	readonly tries: number;
	/** How it was sent, where that was no plain call of the operation. */
	readonly raw?: RawSending;
}

export interface RawSending {
	/** Beside those that HTTP and the signature make; null takes one away that would be there. */
	readonly headers: readonly (readonly [name: string, value: string | null])[];
	/** False for no signature. */
	readonly sign:
		| false
		| { readonly region?: string; readonly service?: string; readonly accessKeyId?: string; readonly secretAccessKey?: string };
}

/** Service time that passes. */
export interface Pause {
	readonly kind: "pause";
	readonly seconds: number;
}

/** What is told of a call at the end: what was expected beside what is observed. */
export interface Showing {
	readonly call: number;
	readonly step: string;
	readonly level: Level;
	readonly clause: string;
	readonly message: string;
	/** Where in the answer. */
	readonly path: readonly (string | number)[];
	readonly expected?: Json;
	/** What was observed when this was recorded. */
	readonly recorded?: Json;
}

/** All that a reproduction does and tells, whatever it is written in. */
export interface Recipe {
	readonly id: string;
	readonly clauses: readonly ReportClause[];
	/** What it was recorded of, in a line. */
	readonly recorded: string;
	/** Where it goes unless told otherwise; undefined where that would be AWS. */
	readonly endpoint: string | undefined;
	readonly region: string;
	readonly actions: readonly (Call | Pause)[];
	readonly showings: readonly Showing[];
	/** What is not as it was, in sentences. */
	readonly notes: readonly string[];
}
