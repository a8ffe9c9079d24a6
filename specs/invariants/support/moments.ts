import { lastIdOf } from "./last-id.ts";
import type { Description, RecordedEvent, Run } from "./observed.ts";

/**
 * What may have been true of a history when its run was described: a fold over its events, at each length from what was told before the description was
 * asked for up to what was told after it. Undefined where no reading came after it.
 */
export function possibleWhen<Value>(
	{ readings, events }: Run,
	{ origin }: Description,
	nothing: Value,
	after: (value: Value, event: RecordedEvent) => Value,
): ReadonlySet<Value> | undefined {
	const before = readings.filter((reading) => reading.origin.ended <= origin.began);
	const least = Math.max(1, ...before.map((reading) => lastIdOf(reading) ?? 1));
	const later = readings.find(
		(reading) => reading.origin.began >= origin.ended && reading.fromStart && reading.toEnd && reading.decisionTask === undefined,
	);
	const most = later === undefined ? undefined : lastIdOf(later);
	if (most === undefined || most > events.length || least > most) return undefined;
	let value = nothing;
	const possible = new Set<Value>();
	for (const event of events.slice(0, most)) {
		value = after(value, event);
		if (event.eventId >= least) possible.add(value);
	}
	return possible;
}
