import type { Json, JsonObject } from "../specs/wire/json.ts";

/** What a target answered, as far as it could be read. */
export type Outcome =
	/** SWF's answer; an empty one is `{}`. */
	| { readonly kind: "answer"; readonly output: JsonObject }
	/** A refusal with a name. */
	| { readonly kind: "fault"; readonly type: string; readonly message?: string }
	/** An HTTP response that is neither. */
	| { readonly kind: "garbage"; readonly problem: string }
	/** No complete response: refused, reset, deadline passed. */
	| { readonly kind: "transport"; readonly problem: string }
	/** The client under test has no way to say this, so nothing was sent. */
	| { readonly kind: "inexpressible"; readonly problem: string };

export interface RecordedRequest {
	readonly headers: { readonly [name: string]: string };
	readonly body: string;
}

export interface RecordedResponse {
	readonly status: number;
	readonly headers: { readonly [name: string]: string };
	readonly body: string;
}

/** One request and its response, secrets redacted. Nothing here is judged. */
export interface Exchange {
	/** The step that sent it, or `fixture`, `history`, `clearing`. */
	readonly step: string;
	readonly operation: string;
	/** What the kit asked its client to send; empty where a scenario wrote the body out. */
	readonly input: JsonObject;
	readonly request: RecordedRequest;
	readonly response?: RecordedResponse;
	readonly outcome: Outcome;
	/** Milliseconds since the case began. */
	readonly sentAfterMs: number;
	readonly durationMs: number;
}

/** How far a step came. */
export interface StepEvidence {
	readonly step: string;
	/**
	 * - `done`: its expectations can be judged by `final`.
	 * - `missing-task`: the task that it waited for did not come while the target was alive.
	 * - `unbound`: it refers to something that no earlier step could bind.
	 */
	readonly outcome: "done" | "missing-task" | "unbound";
	/** Positions of the exchanges that its expectations are about: the call, or every page of the last reading. */
	readonly final: readonly number[];
	/** Positions of the poll that brought a task, pages of its history included; empty where the step polled for none. */
	readonly task: readonly number[];
	/** What was waited for, or what was not bound. */
	readonly note?: string;
}

/** All events of one run, read at the end. */
export interface History {
	readonly workflowId: string;
	readonly runId: string;
	readonly events: readonly Json[];
}

/** Everything observed in one case. It can be judged again without the target. */
export interface Evidence {
	readonly id: string;
	/** Digest of the scenario file that was played. */
	readonly digest: string;
	readonly steps: readonly StepEvidence[];
	readonly exchanges: readonly Exchange[];
	/** What names stood for. */
	readonly bindings: JsonObject;
	readonly uniqueSuffix: string;
	readonly histories: readonly History[];
	readonly durationMs: number;
	/** When it ended, by the clock of this machine: ISO 8601, UTC. Versions before this member recorded none. */
	readonly ended?: string;
	/** How many requests were asked again since the target throttled them, if any were: what hangs on time may have come too late. */
	readonly repeats?: number;
	/** Trouble that ended the case, if any did. */
	readonly trouble?: {
		/** `fixture` and `kit` are ours; `transport` is the line's; `unsupported` the target's word, or the client's; `interrupted` somebody's signal. */
		readonly kind: "fixture" | "kit" | "transport" | "unsupported" | "interrupted";
		readonly message: string;
	};
}
