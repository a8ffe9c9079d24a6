import { isJsonObject } from "../wire/json.ts";
import { breachIn, ofReadings } from "./support/invariant.ts";
import { integerOf, shown } from "./support/json-members.ts";

/** The last event that comes with a decision task is its DecisionTaskStarted, whose id the task names. */
export const aDecisionTaskEndsWithItsOwnStart = ofReadings(({ decisionTask, told, toEnd, origin }) => {
	const last = told.at(-1)?.event;
	const started = integerOf(decisionTask, "startedEventId");
	if (!toEnd || started === undefined || !isJsonObject(last)) return [];
	const { eventType } = last;
	if (eventType === "DecisionTaskStarted" && last["eventId"] === started) return [];
	const seen = { eventId: shown(last["eventId"]), eventType: shown(eventType) };
	const at = `events.${told.length - 1}`;
	const expected = { eventId: started, eventType: "DecisionTaskStarted" };
	return [breachIn(origin, "the events of the decision task do not end with its start", at, { expected, observed: seen })];
});
