import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";

/** What the recording endpoint does with a request. */
export type Reply =
	| {
			readonly status: number;
			readonly headers?: Readonly<Record<string, string>>;
			readonly body: string | Uint8Array;
			/** Seconds by which its clock, and so its Date header, is ahead. */
			readonly clockAhead?: number;
	  }
	/** Breaks the connection without a word. */
	| "reset"
	/** Breaks the connection in the middle of the body. */
	| "cut";

/** One thing that is tried with each build. */
export interface Probe {
	/** `SECTION/…`; what accepted differences are told by. */
	readonly id: string;
	readonly operation: OperationName;
	/** As a program gives it: with dates, undefined and whatever else is not JSON. */
	readonly input: object;
	/** One for each request; the last of them for all that follow. */
	readonly replies: readonly Reply[];
	/** How often it is called in a row with one client; once without it. */
	readonly calls?: number;
	/** The path of the endpoint; `/` without it. */
	readonly path?: string;
}

/** A request as it arrived, with what differs by nature replaced by a word for what it is. */
export interface SentRequest {
	readonly line: string;
	/** In the order and the case in which they were sent. */
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: string;
	/** `valid`, or what is wrong with it. */
	readonly signature: string;
	/** How far its date is ahead of the clock of the process. */
	readonly clockOffsetSeconds: number;
	/** Counts from 1 for each client. */
	readonly connection: number;
}

/** A pause that a build wanted before it went on. */
export interface Wait {
	readonly milliseconds: number;
	readonly then: "attempt" | "failure";
}

/** What a call came to for the program that made it. */
export type Result =
	| { readonly kind: "answer"; readonly output: Json; readonly metadata: Metadata }
	| {
			readonly kind: "error";
			readonly name: Json;
			/** Of its class. */
			readonly className: string;
			readonly isServiceException: boolean;
			readonly message: Json;
			readonly side: string;
			readonly keys: readonly string[];
			readonly metadata: Metadata;
	  };

export interface Metadata {
	readonly status?: number;
	readonly requestId?: string;
	readonly attempts?: number;
}

/** What one build did with one probe. */
export interface Observation {
	readonly requests: readonly SentRequest[];
	readonly waits: readonly Wait[];
	readonly results: readonly Result[];
	/** What a middleware of the user's sees as the body of the request. */
	readonly bodyType?: string;
	/** How it keeps connections, as far as its HTTP handler tells; seen where it is called more than once. */
	readonly agent?: Json;
}

/** A member that no shape of the contract has. */
export const unmodelled = "unmodelledMember";
