import { clockTolerance } from "./support/clock-tolerance.ts";
import { breachIn, ofReadings } from "./support/invariant.ts";
import { eventTimeOf } from "./support/read-event.ts";

/** Time does not run backwards along a history. */
export const eventsAreInOrderOfTime = ofReadings(({ told, origin }) =>
	told.flatMap(({ event, exchange }, index) => {
		const time = eventTimeOf(event);
		const before = index === 0 ? undefined : eventTimeOf(told[index - 1]?.event ?? null);
		if (time === undefined || before === undefined || time >= before - clockTolerance) return [];
		const message = `the event at position ${index + 1} is ${(before - time).toFixed(3)} s older than the one before it`;
		const shown = { expected: `${before} or later`, observed: time };
		return [breachIn({ ...origin, exchanges: [exchange] }, message, `events.${index}.eventTimestamp`, shown)];
	}),
);
