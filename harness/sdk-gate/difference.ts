import type { Json } from "../../specs/wire/json.ts";

/** In what two builds may differ. */
export type Aspect =
	/** What a build is made of: an operation, an export, a package, the Node that it needs, how it connects. */
	| "operation"
	| "export"
	| "package"
	| "engine"
	| "connections-allowed"
	/** What is sent. */
	| "request-line"
	| "header-order"
	| "header"
	| "body-text"
	| "body-value"
	| "body-is-json"
	| "body-type"
	| "signature"
	| "clock-offset"
	| "connection"
	/** How often and when. */
	| "attempts"
	| "waits"
	| "waits-before-failure"
	/** What the program gets. */
	| "sent"
	| "result"
	| "output"
	| "error-name"
	| "error-class"
	| "error-is-service-exception"
	| "error-message"
	| "error-side"
	| "error-keys"
	| "metadata"
	/** What the suites say. */
	| "verdict";

/** One thing in which two builds differ. A side that has nothing there leaves its value out. */
export interface Difference {
	/** The probe, or what it is about where it is none. */
	readonly probe: string;
	readonly aspect: Aspect;
	/** The header, the member, the export. */
	readonly at?: string;
	readonly baseline?: Json;
	readonly candidate?: Json;
}

/** A difference without its probe. */
export type Found = Omit<Difference, "probe">;

export const found = (aspect: Aspect, baseline: Json | undefined, candidate: Json | undefined, at?: string): Found => ({
	aspect,
	...(at === undefined ? {} : { at }),
	...(baseline === undefined ? {} : { baseline }),
	...(candidate === undefined ? {} : { candidate }),
});

/** The difference of two values as wholes, if there is one. */
export const unlike = (aspect: Aspect, baseline: Json | undefined, candidate: Json | undefined, at?: string): readonly Found[] =>
	JSON.stringify(baseline) === JSON.stringify(candidate) ? [] : [found(aspect, baseline, candidate, at)];
