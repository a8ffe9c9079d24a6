import type { EventType } from "../../wire/history-event.ts";
import type { RecordedEvent } from "./observed.ts";

/** A member of an event that names an earlier event of the same history. */
export interface Reference {
	readonly member: string;
	/** 0 where it names none. */
	readonly id: number;
	/** What it may name. */
	readonly to: EventType;
	/** Whether 0 is allowed: there may be nothing to name. */
	readonly optional: boolean;
}

type Rule = readonly [to: EventType, optional?: "optional"];

const prefixed = (prefix: string, members: Readonly<Record<string, Rule>>) => ({ prefix, members });

/** What members mean in events whose type begins so; the first that fits holds. */
const rules = [
	prefixed("ActivityTaskTimedOut", {
		scheduledEventId: ["ActivityTaskScheduled"],
		startedEventId: ["ActivityTaskStarted", "optional"],
	}),
	prefixed("ActivityTaskCanceled", {
		scheduledEventId: ["ActivityTaskScheduled"],
		startedEventId: ["ActivityTaskStarted", "optional"],
		latestCancelRequestedEventId: ["ActivityTaskCancelRequested", "optional"],
	}),
	prefixed("ActivityTask", { scheduledEventId: ["ActivityTaskScheduled"], startedEventId: ["ActivityTaskStarted"] }),
	prefixed("DecisionTaskTimedOut", {
		scheduledEventId: ["DecisionTaskScheduled"],
		startedEventId: ["DecisionTaskStarted", "optional"],
	}),
	prefixed("DecisionTask", { scheduledEventId: ["DecisionTaskScheduled"], startedEventId: ["DecisionTaskStarted"] }),
	prefixed("StartLambdaFunctionFailed", { scheduledEventId: ["LambdaFunctionScheduled"] }),
	prefixed("LambdaFunction", { scheduledEventId: ["LambdaFunctionScheduled"], startedEventId: ["LambdaFunctionStarted"] }),
	prefixed("Timer", { startedEventId: ["TimerStarted"] }),
	prefixed("StartChildWorkflowExecutionFailed", { initiatedEventId: ["StartChildWorkflowExecutionInitiated", "optional"] }),
	prefixed("ChildWorkflowExecution", {
		initiatedEventId: ["StartChildWorkflowExecutionInitiated"],
		startedEventId: ["ChildWorkflowExecutionStarted"],
	}),
	prefixed("SignalExternalWorkflowExecutionFailed", { initiatedEventId: ["SignalExternalWorkflowExecutionInitiated"] }),
	prefixed("ExternalWorkflowExecutionSignaled", { initiatedEventId: ["SignalExternalWorkflowExecutionInitiated"] }),
	prefixed("RequestCancelExternalWorkflowExecutionFailed", {
		initiatedEventId: ["RequestCancelExternalWorkflowExecutionInitiated"],
	}),
	prefixed("ExternalWorkflowExecutionCancelRequested", { initiatedEventId: ["RequestCancelExternalWorkflowExecutionInitiated"] }),
] as const;

/** Whatever a decision led to names the completion of its decision task. */
const ofDecisions: Readonly<Record<string, Rule>> = { decisionTaskCompletedEventId: ["DecisionTaskCompleted"] };

const rulesOf = new Map<EventType, Readonly<Record<string, Rule>>>();

function membersOf(type: EventType): Readonly<Record<string, Rule>> {
	const found = rulesOf.get(type) ?? { ...ofDecisions, ...rules.find(({ prefix }) => type.startsWith(prefix))?.members };
	rulesOf.set(type, found);
	return found;
}

/** The references that an event makes within its history. */
export function referencesOf({ eventType, attributes }: RecordedEvent): readonly Reference[] {
	return Object.entries(membersOf(eventType)).flatMap(([member, [to, optional]]) => {
		const id = attributes[member];
		return typeof id === "number" ? [{ member, id, to, optional: optional !== undefined }] : [];
	});
}

/** The event that a member of another names, if it is known and of this type. */
export function referred(
	events: readonly RecordedEvent[],
	{ attributes }: RecordedEvent,
	member: string,
	type: EventType,
): RecordedEvent | undefined {
	const id = attributes[member];
	const found = typeof id === "number" ? events[id - 1] : undefined;
	return found?.eventType === type ? found : undefined;
}
