import { isJsonObject, type Json } from "../wire/json.ts";
import { type Breach, breachIn, ofRuns } from "./support/invariant.ts";
import { sameJson, sameMoment } from "./support/json-members.ts";
import type { Told } from "./support/observed.ts";
import { eventIdOf } from "./support/read-event.ts";

/** An event is told alike whenever and however its history is read: in pages, backwards, or with a decision task. */
export const theSameEventReadsAlike = ofRuns(({ readings }) => {
	const first = new Map<number, Told>();
	const breaches: Breach[] = [];
	for (const { told, origin } of readings) {
		for (const each of told) {
			const id = eventIdOf(each.event);
			if (id === undefined) continue;
			const before = first.get(id);
			if (before === undefined) first.set(id, each);
			else if (before.exchange !== each.exchange && !isAlike(before.event, each.event)) {
				const shown: { expected: Json; observed: Json } = { expected: before.event, observed: each.event };
				const exchanges = [before.exchange, each.exchange];
				breaches.push(breachIn({ ...origin, exchanges }, `event ${id} was told in two ways`, `events.${id - 1}`, shown));
			}
		}
	}
	return breaches;
});

/** Times are the same to the millisecond: clients keep no more of what a target sends, and one case may read by two clients. */
function isAlike(one: Json, other: Json): boolean {
	if (!isJsonObject(one) || !isJsonObject(other)) return sameJson(one, other);
	const { eventTimestamp: time, ...rest } = one;
	const { eventTimestamp: otherTime, ...otherRest } = other;
	const isSameTime =
		typeof time === "number" && typeof otherTime === "number" ? sameMoment(time, otherTime) : sameJson(time, otherTime);
	return isSameTime && sameJson(rest, otherRest);
}
