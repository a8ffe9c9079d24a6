import { breachIn, ofReadings } from "./support/invariant.ts";
import { lastIdOf } from "./support/last-id.ts";

/** The event that closes an execution for its length may be one more: no source says whether it counts. */
const most = 25_001;

/** At 25,000 events an execution is closed, so no history goes on beyond. */
export const aHistoryHasAtMost25000Events = ofReadings((reading) => {
	const last = lastIdOf(reading);
	if (last === undefined || last <= most) return [];
	return [
		breachIn(reading.origin, `the history goes on to event ${last}`, `events.${last - 1}`, {
			expected: "25000 at most",
			observed: last,
		}),
	];
});
