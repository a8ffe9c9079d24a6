import { breachIn, ofReadings } from "./support/invariant.ts";
import { integerOf } from "./support/json-members.ts";

/** `previousStartedEventId` is 0, or the id of the DecisionTaskStarted of an earlier task. */
export const thePreviousDecisionTaskStartedEarlier = ofReadings(({ decisionTask, origin }, { events }) => {
	const previous = integerOf(decisionTask, "previousStartedEventId");
	const started = integerOf(decisionTask, "startedEventId");
	if (previous === undefined || started === undefined || previous === 0) return [];
	const event = events[previous - 1];
	const shown = { expected: `0 or an earlier DecisionTaskStarted`, observed: previous };
	const tell = (what: string) => [breachIn(origin, `previousStartedEventId names ${what}`, "previousStartedEventId", shown)];
	if (previous >= started) return tell(`event ${previous}, which is not before startedEventId ${started}`);
	return event === undefined || event.eventType === "DecisionTaskStarted" ? [] : tell(`a ${event.eventType}`);
});
