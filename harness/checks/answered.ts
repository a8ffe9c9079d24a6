import type { Origin } from "../../specs/invariants/support/observed.ts";
import type { Exchange } from "../evidence.ts";

/** What of an exchange tells of executions. */
export type Answered = Pick<Exchange, "operation" | "input" | "outcome" | "sentAfterMs" | "durationMs">;

type Times = Pick<Exchange, "sentAfterMs" | "durationMs">;

/** Where and when something was seen, from the first and the last exchange that told it. */
export const originOf = (exchanges: readonly number[], first: Times, last: Times): Origin => ({
	exchanges,
	began: first.sentAfterMs,
	ended: last.sentAfterMs + last.durationMs,
});
