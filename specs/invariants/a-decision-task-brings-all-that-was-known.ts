import { breachIn, ofReadings } from "./support/invariant.ts";
import { integerOf } from "./support/json-members.ts";
import { lastIdOf } from "./support/last-id.ts";

/** The start of a decision task comes after every event that was told before it was polled for. */
export const aDecisionTaskBringsAllThatWasKnown = ofReadings(({ decisionTask, origin }, { readings }) => {
	const started = integerOf(decisionTask, "startedEventId");
	if (started === undefined) return [];
	return readings.flatMap((earlier) => {
		const known = lastIdOf(earlier);
		if (earlier.origin.ended > origin.began || known === undefined || known < started) return [];
		const message = `the decision task is said to start with event ${started}, and event ${known} had been told before it was polled for`;
		const exchanges = [...earlier.origin.exchanges.slice(-1), ...origin.exchanges];
		return [breachIn({ ...origin, exchanges }, message, "startedEventId", { expected: `more than ${known}`, observed: started })];
	});
});
