import type { JsonObject } from "../../specs/wire/json.ts";
import type { Sent } from "../clients/client.ts";

/** A request that is about to be sent. */
export interface GuardedCall {
	readonly operation: string;
	/** What the kit asks its client to send, or what the body says that a scenario wrote out; empty where that is no JSON object. */
	readonly input: JsonObject;
	/** The step that sends it, or `fixture`, `history`, `clearing`. */
	readonly step: string;
}

/** The target would not let us go on, though it is there: the case that waited could not tell. */
export class GaveUp extends Error {}

/** Stands around every request to a target that must not be sent to as fast, or as much, as the kit can. */
export interface Guard {
	/** Before the request is sent, and before its deadline begins to run. May wait; what it throws ends the case: GaveUp as undecided, anything else as trouble of the kit. */
	before(call: GuardedCall, signal: AbortSignal): Promise<void>;
	/** Looks at what came back; true, after any wait, to send the same once more as if this had not been tried. */
	after(call: GuardedCall, sent: Sent, signal: AbortSignal): Promise<boolean>;
}
