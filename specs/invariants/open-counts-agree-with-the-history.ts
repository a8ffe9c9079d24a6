import type { EventType } from "../wire/history-event.ts";
import { activityTaskEvents, closesChild, decisionTaskEvents, lambdaFunctionEvents, timerEnds } from "./support/event-kinds.ts";
import { type Breach, breachIn, ofRuns } from "./support/invariant.ts";
import { integerOf, objectOf } from "./support/json-members.ts";
import { possibleWhen } from "./support/moments.ts";
import type { Description, Run } from "./support/observed.ts";

/** What opens and what closes the things that are counted, and how many of them are counted at most. */
interface Count {
	readonly opens: EventType;
	readonly closes: (type: EventType) => boolean;
	readonly most?: number;
}

const within = (types: ReadonlySet<EventType>) => (type: EventType) => types.has(type);

const counted: Readonly<Record<string, Count>> = {
	openActivityTasks: { opens: activityTaskEvents.scheduled, closes: within(activityTaskEvents.closed) },
	openDecisionTasks: { opens: decisionTaskEvents.scheduled, closes: within(decisionTaskEvents.closed), most: 1 },
	openTimers: { opens: "TimerStarted", closes: within(timerEnds) },
	openChildWorkflowExecutions: { opens: "ChildWorkflowExecutionStarted", closes: closesChild },
	openLambdaFunctions: { opens: lambdaFunctionEvents.scheduled, closes: within(lambdaFunctionEvents.closed) },
};

/** The open counts of an open execution are those of its history at some moment between what was told before the description and after it. */
export const openCountsAgreeWithTheHistory = ofRuns((run) =>
	run.descriptions
		.filter(({ executionInfo }) => executionInfo["executionStatus"] === "OPEN")
		.flatMap((description) => Object.entries(counted).flatMap(([member, count]) => compare(run, description, member, count))),
);

function compare(
	run: Run,
	description: Description,
	member: string,
	{ opens, closes, most = Number.POSITIVE_INFINITY }: Count,
): readonly Breach[] {
	const observed = integerOf(objectOf(description.detail, "openCounts"), member);
	if (observed === undefined) return [];
	const counts = possibleWhen(
		run,
		description,
		0,
		(open, { eventType }) => open + (eventType === opens ? 1 : closes(eventType) ? -1 : 0),
	);
	// Children may count from their announcement on: no source says.
	const announced =
		member === "openChildWorkflowExecutions"
			? possibleWhen(
					run,
					description,
					0,
					(open, { eventType }) => open + (eventType === "StartChildWorkflowExecutionInitiated" ? 1 : closes(eventType) ? -1 : 0),
				)
			: [];
	if (counts === undefined) return [];
	const possible = [...new Set([...counts, ...(announced ?? [])].map((open) => Math.min(most, open)))];
	if (possible.includes(observed)) return [];
	const expected = possible.length === 1 ? possible.join() : `one of ${possible.join(", ")}`;
	return [breachIn(description.origin, `${member} is not what the history says`, `openCounts.${member}`, { expected, observed })];
}
