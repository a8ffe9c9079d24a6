import type { Json } from "../wire/json.ts";
import { breachIn, ofRuns } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { possibleWhen } from "./support/moments.ts";
import type { RecordedEvent } from "./support/observed.ts";

/** latestExecutionContext is the executionContext of the last DecisionTaskCompleted that has one. */
export const theLatestExecutionContextIsDescribed = ofRuns((run) =>
	run.descriptions.flatMap((description) => {
		const { detail, origin } = description;
		if (detail === undefined) return [];
		const observed = detail["latestExecutionContext"];
		const possible = possibleWhen<Json | undefined>(run, description, undefined, contextAfter);
		if (possible === undefined || possible.has(observed)) return [];
		const difference = { expected: [...possible].map(shown), observed: shown(observed) };
		return [breachIn(origin, "latestExecutionContext is not what the history says", "latestExecutionContext", difference)];
	}),
);

const contextAfter = (context: Json | undefined, { eventType, attributes }: RecordedEvent): Json | undefined =>
	eventType === "DecisionTaskCompleted" ? (attributes["executionContext"] ?? context) : context;
