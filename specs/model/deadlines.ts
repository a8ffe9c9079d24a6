import type { HistoryEvent } from "../wire/history-event.ts";
import type { Execution } from "./execution.ts";
import type { Compare } from "./heap.ts";
import { fromWire, type Instant, justAfter, laterOf, secondsAfter } from "./instant.ts";

/** What the service does by itself when its time has come. */
export type DeadlineKind =
	| "activityHeartbeat"
	| "activityScheduleToClose"
	| "activityScheduleToStart"
	| "activityStartToClose"
	| "applyChildPolicy"
	| "cancelUnstartedActivity"
	| "decisionScheduleToStart"
	| "decisionStartToClose"
	| "deliverCancelRequest"
	| "deliverSignal"
	| "endLambdaFunction"
	| "executionStartToClose"
	| "fireTimer"
	| "lambdaStartToClose"
	| "reportToParent"
	| "startChild"
	| "startLambdaFunction";

/** Something due. Whatever made it due may be over by then, so firing it checks first. */
export interface Deadline {
	readonly kind: DeadlineKind;
	readonly at: Instant;
	readonly runId: string;
	/** The event that made it due, or that the task it concerns is known by. */
	readonly eventId: number;
	readonly arrival: number;
}

/** Earliest first; at one moment the lower event id, then the order of arrival. */
export const byDueTime: Compare<Deadline> = (one, other) =>
	one.at - other.at || one.eventId - other.eventId || one.arrival - other.arrival;

/** A deadline that an event sets for its own run. */
export type Due = Pick<Deadline, "kind" | "at" | "eventId">;

/** "An execution lives at most one year", whatever it asked for. */
const oneYear = 31_536_000;
/** https://docs.aws.amazon.com/amazonswf/latest/apireference/API_ScheduleLambdaFunctionDecisionAttributes.html */
const defaultLambdaTimeout = "900";

/** What an event makes due, `execution` being what it has led to, with the events that came at the same time. */
export function dueAfter(event: HistoryEvent, execution: Execution): readonly Due[] {
	switch (event.eventType) {
		case "WorkflowExecutionStarted":
			return after("executionStartToClose", event, withinOneYear(execution.started.executionStartToCloseTimeout));
		case "DecisionTaskScheduled":
			return after("decisionScheduleToStart", event, event.decisionTaskScheduledEventAttributes.scheduleToStartTimeout);
		case "DecisionTaskStarted":
			return after("decisionStartToClose", event, execution.started.taskStartToCloseTimeout);
		case "ActivityTaskScheduled": {
			const { scheduleToCloseTimeout, scheduleToStartTimeout } = event.activityTaskScheduledEventAttributes;
			return [
				...after("activityScheduleToClose", event, scheduleToCloseTimeout),
				...after("activityScheduleToStart", event, scheduleToStartTimeout),
			];
		}
		case "ActivityTaskStarted": {
			const { scheduledEventId } = event.activityTaskStartedEventAttributes;
			const scheduled = execution.openActivities.get(scheduledEventId)?.scheduled;
			return [
				...after("activityStartToClose", event, scheduled?.startToCloseTimeout, scheduledEventId),
				...after("activityHeartbeat", event, scheduled?.heartbeatTimeout, scheduledEventId),
			];
		}
		case "ActivityTaskCancelRequested": {
			const { activityId } = event.activityTaskCancelRequestedEventAttributes;
			const activity = execution.openActivities.get(execution.openActivityIds.get(activityId, 0));
			return activity === undefined || activity.startedEventId !== undefined
				? []
				: [{ ...soon("cancelUnstartedActivity", event), eventId: activity.scheduledEventId }];
		}
		case "TimerStarted":
			return after("fireTimer", event, event.timerStartedEventAttributes.startToFireTimeout);
		case "StartChildWorkflowExecutionInitiated":
			return [soon("startChild", event)];
		case "SignalExternalWorkflowExecutionInitiated":
			return [soon("deliverSignal", event)];
		case "RequestCancelExternalWorkflowExecutionInitiated":
			return [soon("deliverCancelRequest", event)];
		case "LambdaFunctionScheduled":
			return [soon("startLambdaFunction", event)];
		case "LambdaFunctionStarted": {
			const { scheduledEventId } = event.lambdaFunctionStartedEventAttributes;
			const scheduled = execution.openLambdaFunctions.get(scheduledEventId)?.scheduled;
			return after("lambdaStartToClose", event, scheduled?.startToCloseTimeout || defaultLambdaTimeout, scheduledEventId);
		}
		default:
			// A run that is closed is closed by its last event.
			return execution.closure === undefined || event.eventId < execution.history.size
				? []
				: [soon("applyChildPolicy", event), soon("reportToParent", event)];
	}
}

const soon = (kind: DeadlineKind, { eventId, eventTimestamp }: HistoryEvent): Due => ({
	kind,
	at: justAfter(fromWire(eventTimestamp)),
	eventId,
});

const after = (kind: DeadlineKind, event: HistoryEvent, timeout: string | undefined, eventId = event.eventId): readonly Due[] =>
	timeout === undefined || timeout === "NONE" ? [] : [{ kind, at: dueTime(fromWire(event.eventTimestamp), timeout), eventId }];

const withinOneYear = (timeout: string | undefined): string =>
	timeout === undefined || timeout === "NONE" || Number(timeout) > oneYear ? String(oneYear) : timeout;

/** A timeout of zero seconds runs out at once, but in a step of its own: recordings show it 10 ms and more behind. */
const dueTime = (at: Instant, timeout: string): Instant => laterOf(secondsAfter(at, Number(timeout)), justAfter(at));
