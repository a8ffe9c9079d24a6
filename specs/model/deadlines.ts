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

/** What an event makes due, `execution` being what it has led to. */
export function dueAfter(event: HistoryEvent, execution: Execution): readonly Due[] {
	const { eventId } = event;
	const at = fromWire(event.eventTimestamp);
	const soon = (kind: DeadlineKind): Due => ({ kind, at: justAfter(at), eventId });
	const after = (kind: DeadlineKind, timeout: string | undefined, id = eventId): readonly Due[] =>
		timeout === undefined || timeout === "NONE" ? [] : [{ kind, at: dueTime(at, timeout), eventId: id }];
	switch (event.eventType) {
		case "WorkflowExecutionStarted":
			return after("executionStartToClose", withinOneYear(execution.started.executionStartToCloseTimeout));
		case "DecisionTaskScheduled":
			return after("decisionScheduleToStart", event.decisionTaskScheduledEventAttributes.scheduleToStartTimeout);
		case "DecisionTaskStarted":
			return after("decisionStartToClose", execution.started.taskStartToCloseTimeout);
		case "ActivityTaskScheduled": {
			const { scheduleToCloseTimeout, scheduleToStartTimeout } = event.activityTaskScheduledEventAttributes;
			return [
				...after("activityScheduleToClose", scheduleToCloseTimeout),
				...after("activityScheduleToStart", scheduleToStartTimeout),
			];
		}
		case "ActivityTaskStarted": {
			const { scheduledEventId } = event.activityTaskStartedEventAttributes;
			const scheduled = execution.openActivities.get(scheduledEventId)?.scheduled;
			return [
				...after("activityStartToClose", scheduled?.startToCloseTimeout, scheduledEventId),
				...after("activityHeartbeat", scheduled?.heartbeatTimeout, scheduledEventId),
			];
		}
		case "ActivityTaskCancelRequested": {
			const { activityId } = event.activityTaskCancelRequestedEventAttributes;
			const activity = execution.openActivities.get(execution.openActivityIds.get(activityId, 0));
			return activity === undefined || activity.startedEventId !== undefined
				? []
				: [{ ...soon("cancelUnstartedActivity"), eventId: activity.scheduledEventId }];
		}
		case "TimerStarted":
			return after("fireTimer", event.timerStartedEventAttributes.startToFireTimeout);
		case "StartChildWorkflowExecutionInitiated":
			return [soon("startChild")];
		case "SignalExternalWorkflowExecutionInitiated":
			return [soon("deliverSignal")];
		case "RequestCancelExternalWorkflowExecutionInitiated":
			return [soon("deliverCancelRequest")];
		case "LambdaFunctionScheduled":
			return [soon("startLambdaFunction")];
		case "LambdaFunctionStarted": {
			const { scheduledEventId } = event.lambdaFunctionStartedEventAttributes;
			const scheduled = execution.openLambdaFunctions.get(scheduledEventId)?.scheduled;
			return after("lambdaStartToClose", scheduled?.startToCloseTimeout || defaultLambdaTimeout, scheduledEventId);
		}
		default:
			return execution.closure === undefined ? [] : [soon("applyChildPolicy"), soon("reportToParent")];
	}
}

const withinOneYear = (timeout: string | undefined): string =>
	timeout === undefined || timeout === "NONE" || Number(timeout) > oneYear ? String(oneYear) : timeout;

/** A timeout of zero seconds runs out at once, but in a step of its own: recordings show it 10 ms and more behind. */
const dueTime = (at: Instant, timeout: string): Instant => laterOf(secondsAfter(at, Number(timeout)), justAfter(at));
