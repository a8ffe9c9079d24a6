import { clockTolerance } from "./clock-tolerance.ts";
import { type Breach, breachOf, named } from "./invariant.ts";
import { secondsOf } from "./json-members.ts";
import type { RecordedEvent } from "./observed.ts";

/** Says that something happened before its time: `limit` of the event that set it, in seconds after the event that started it. */
export function beforeItsTime(
	event: RecordedEvent,
	base: RecordedEvent | undefined,
	setBy: RecordedEvent | undefined,
	limit: string,
): readonly Breach[] {
	const seconds = secondsOf(setBy?.attributes, limit);
	if (base === undefined || setBy === undefined || seconds === undefined) return [];
	const due = base.eventTimestamp + seconds;
	if (event.eventTimestamp >= due - clockTolerance) return [];
	const message = Number.isFinite(due)
		? `${named(event)} ${(due - event.eventTimestamp).toFixed(3)} s before its time`
		: `${named(event)} although ${limit} of ${named(setBy)} is NONE`;
	const expected = Number.isFinite(due) ? `${due} or later` : "never";
	return [breachOf(event, message, "eventTimestamp", { expected, observed: event.eventTimestamp })];
}
