import { ofEachEvent } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { beforeItsTime } from "./support/limits.ts";
import { referred } from "./support/references.ts";

/** The limit behind each kind of timeout, and whether it counts from the start or from the scheduling of the task. A heartbeat only moves it back. */
const limits: Readonly<Record<string, readonly [limit: string, from: "started" | "scheduled"]>> = {
	SCHEDULE_TO_START: ["scheduleToStartTimeout", "scheduled"],
	SCHEDULE_TO_CLOSE: ["scheduleToCloseTimeout", "scheduled"],
	START_TO_CLOSE: ["startToCloseTimeout", "started"],
	HEARTBEAT: ["heartbeatTimeout", "started"],
};

/** ActivityTaskTimedOut comes when the limit that it names has passed, or later, and never where there is none. */
export const anActivityTaskTimesOutNoEarlierThanItsLimit = ofEachEvent((event, events) => {
	const kind = textOf(event.attributes, "timeoutType") ?? "";
	const limit = event.eventType === "ActivityTaskTimedOut" && Object.hasOwn(limits, kind) ? limits[kind] : undefined;
	if (limit === undefined) return [];
	const scheduled = referred(events, event, "scheduledEventId", "ActivityTaskScheduled");
	const base = limit[1] === "scheduled" ? scheduled : referred(events, event, "startedEventId", "ActivityTaskStarted");
	return beforeItsTime(event, base, scheduled, limit[0]);
});
