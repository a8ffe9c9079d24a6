import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";

/** Whether a task must have started, or must not have, to time out so; SCHEDULE_TO_CLOSE may end either. */
const needsStart: Readonly<Record<string, boolean>> = { SCHEDULE_TO_START: false, START_TO_CLOSE: true, HEARTBEAT: true };

/** SCHEDULE_TO_START ends tasks that nobody took; START_TO_CLOSE and HEARTBEAT end tasks that somebody took. */
export const aTimeoutFitsHowFarItsTaskCame = ofEachEvent((event) => {
	if (event.eventType !== "ActivityTaskTimedOut" && event.eventType !== "DecisionTaskTimedOut") return [];
	const kind = textOf(event.attributes, "timeoutType") ?? "";
	const expected = Object.hasOwn(needsStart, kind) ? needsStart[kind] : undefined;
	const id = event.attributes["startedEventId"];
	if (expected === undefined || typeof id !== "number" || id > 0 === expected) return [];
	const message = `${named(event)} by ${kind} of a task that was ${expected ? "not " : ""}started`;
	return [breachOf(event, message, "startedEventId", { expected: expected ? "the id of its start" : 0, observed: id })];
});
