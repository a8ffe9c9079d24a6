import { activityTaskEvents, decisionTaskEvents, lambdaFunctionEvents } from "./support/event-kinds.ts";
import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { referred } from "./support/references.ts";

const families = [activityTaskEvents, decisionTaskEvents, lambdaFunctionEvents];

/** `startedEventId` and `scheduledEventId` of an event that closes a task are about the same task. */
export const aTaskIsClosedFromItsOwnStart = ofEachEvent((event, events) => {
	const family = families.find(({ closed }) => closed.has(event.eventType));
	const start = family === undefined ? undefined : referred(events, event, "startedEventId", family.started);
	if (start === undefined) return [];
	const { scheduledEventId: expected } = start.attributes;
	const { scheduledEventId: observed } = event.attributes;
	if (expected === observed) return [];
	const message = `${named(event)} closes one task and names the start of another`;
	return [breachOf(event, message, "scheduledEventId", { expected: shown(expected), observed: shown(observed) })];
});
