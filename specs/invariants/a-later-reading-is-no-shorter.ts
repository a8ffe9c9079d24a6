import { breachIn, ofRuns } from "./support/invariant.ts";
import { lastIdOf } from "./support/last-id.ts";

/** A history that is read again has all that it had before. */
export const aLaterReadingIsNoShorter = ofRuns(({ readings }) =>
	readings.flatMap((later) => {
		if (later.decisionTask !== undefined || !later.toEnd) return [];
		const told = lastIdOf(later);
		const before = readings
			.filter(({ origin }) => origin.ended <= later.origin.began)
			.reduce((most, reading) => Math.max(most, lastIdOf(reading) ?? 0), 0);
		if (told === undefined || told >= before) return [];
		const message = `this reading ends with event ${told}, and event ${before} had been told before`;
		return [breachIn(later.origin, message, `events.${told - 1}`, { expected: `${before} events or more`, observed: told })];
	}),
);
