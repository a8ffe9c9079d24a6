import type { DecisionType } from "../../wire/decision.ts";
import type { Value } from "../../wire/value.ts";
import { text } from "../driver.ts";
import type { ModelSettings } from "../model.ts";
import { activityType, decision, domain, type Rehearsal, workflowType } from "../rehearsal.ts";
import type { Provocation } from "./seen.ts";

type Decision = Value<"Decision">;
type Attributes<Type extends DecisionType> = Partial<Value<`${Type}DecisionAttributes`>>;

// Decisions with all that they need, about things of one name each.
export const schedule = (given: Attributes<"ScheduleActivityTask"> = {}) =>
	decision("ScheduleActivityTask", { activityType, activityId: "a", ...given });
export const startTimer = (given: Attributes<"StartTimer"> = {}) =>
	decision("StartTimer", { timerId: "t", startToFireTimeout: "5", ...given });
export const startChild = (given: Attributes<"StartChildWorkflowExecution"> = {}) =>
	decision("StartChildWorkflowExecution", { workflowId: "child", workflowType, taskList: { name: "children" }, ...given });
export const callLambda = (given: Attributes<"ScheduleLambdaFunction"> = {}) =>
	decision("ScheduleLambdaFunction", { id: "l", name: "f", startToCloseTimeout: "5", ...given });
export const cancelTimer = decision("CancelTimer", { timerId: "t" });
export const cancelActivity = decision("RequestCancelActivityTask", { activityId: "a" });
export const recordMarker = decision("RecordMarker", { markerName: "m" });
export const signal = (workflowId: string) => decision("SignalExternalWorkflowExecution", { workflowId, signalName: "s" });
export const requestCancel = (workflowId: string) => decision("RequestCancelExternalWorkflowExecution", { workflowId });
export const complete = decision("CompleteWorkflowExecution", {});
export const fail = decision("FailWorkflowExecution", {});
export const cancel = decision("CancelWorkflowExecution", {});
export const continueAsNew = (given: Attributes<"ContinueAsNewWorkflowExecution"> = {}) =>
	decision("ContinueAsNewWorkflowExecution", given);

/** Executions `w` and `child` after decisions of theirs. */
export function begin(play: Rehearsal, ...decisions: readonly Decision[]): void {
	play.start("w");
	play.decide(...decisions);
}

/** A parent `w` with a child that has made these decisions. */
export function raise(play: Rehearsal, ...decisions: readonly Decision[]): void {
	begin(play, startChild());
	const taskToken = text(play.pollDecision("children"), "taskToken");
	play.ask("RespondDecisionTaskCompleted", { taskToken, decisions });
}

/** The token of a decision task of `w`. */
export function holdDecisionTask(play: Rehearsal): string {
	play.start("w");
	return text(play.pollDecision(), "taskToken");
}

/** The token of an activity task of `w`. */
export function holdActivityTask(play: Rehearsal, given: Attributes<"ScheduleActivityTask"> = {}): string {
	begin(play, schedule(given));
	return text(play.pollActivity(), "taskToken");
}

/** Forbids all but what is listed. */
export const only = (...actions: readonly string[]) =>
	({
		principal: { name: "anna", policy: { Statement: { Effect: "Allow", Action: actions, Resource: "*" } } },
	}) as const;

/** A decision of one who may decide, but not that. */
export const forbidden =
	(given: Decision): Provocation =>
	(play) => {
		const taskToken = holdDecisionTask(play);
		play.ask("RespondDecisionTaskCompleted", { taskToken, decisions: [given] }, only("swf:RespondDecisionTaskCompleted"));
	};

/** A decision of a kind of which no more are taken. */
export const tooFrequent = (given: Decision): Provocation =>
	under({ rates: { calls: {}, callsPerExecution: {}, decisions: { [given.decisionType]: { size: 0, refill: 0 } } } }, (play) =>
		begin(play, given),
	);

/** A decision to close that does not know of the latest signal. */
export const overtaken =
	(given: Decision): Provocation =>
	(play) => {
		const taskToken = holdDecisionTask(play);
		play.ask("SignalWorkflowExecution", { domain, workflowId: "w", signalName: "s" });
		play.ask("RespondDecisionTaskCompleted", { taskToken, decisions: [given] });
	};

/** A program for a model that is set up in another way. */
export const under = (settings: Partial<ModelSettings>, play: (play: Rehearsal) => void): Provocation => ({ settings, play });

/** What an execution of the type `bare` needs, which has no defaults. */
export const settings = {
	childPolicy: "ABANDON",
	executionStartToCloseTimeout: "60",
	taskList: { name: "decisions" },
	taskStartToCloseTimeout: "60",
} as const;
export const bare = { name: "bare", version: "1" };

/** Registers a workflow type and an activity type without defaults. */
export function registerBare(play: Rehearsal): void {
	play.ask("RegisterWorkflowType", { domain, ...bare });
	play.ask("RegisterActivityType", { domain, ...bare });
}
