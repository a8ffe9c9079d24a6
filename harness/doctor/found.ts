import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Exchange } from "../evidence.ts";

/** How something stands: `concern` may spoil a run, `bad` will. */
export type Standing = "fine" | "concern" | "bad" | "unknown";

/** One thing that was looked at. What comes from the target in it is for display only. */
export interface Found {
	/** `dns`, `tcp`, `tls`, `http`, `latency`, `clock`, `server`, `credentials`, `signatures`, `permission SOMETHING`, `domains` … */
	readonly what: string;
	readonly standing: Standing;
	readonly says: string;
}

export const found = (what: string, standing: Standing, says: string): Found => ({ what, standing, says });

/** Asks the target once. A poll is given up after so many seconds. */
export type AskOnce = (operation: OperationName, input: JsonObject, seconds?: number) => Promise<Came>;

export type Came = Pick<Exchange, "outcome" | "response" | "durationMs">;
