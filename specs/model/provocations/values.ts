import type { Value } from "../../wire/value.ts";
import { activityType, domain, type Rehearsal, workflowType } from "../rehearsal.ts";
import {
	begin,
	callLambda,
	cancel,
	complete,
	continueAsNew,
	fail,
	holdActivityTask,
	holdDecisionTask,
	schedule,
	startChild,
	under,
} from "./scenes.ts";
import type { Provocation, ProvokedValues } from "./seen.ts";

type ChildPolicy = Value<"ChildPolicy">;

/** The same program with each of the three policies. */
const withPolicy = (play: (play: Rehearsal, childPolicy: ChildPolicy) => void) =>
	({
		ABANDON: (model) => play(model, "ABANDON"),
		REQUEST_CANCEL: (model) => play(model, "REQUEST_CANCEL"),
		TERMINATE: (model) => play(model, "TERMINATE"),
	}) satisfies { readonly [Policy in ChildPolicy]: Provocation };

const terminate = (play: Rehearsal, given: { readonly childPolicy?: ChildPolicy } = {}) =>
	play.ask("TerminateWorkflowExecution", { domain, workflowId: "w", ...given });

/** A description of the first run of `w`. */
const described =
	(live: (play: Rehearsal) => void): Provocation =>
	(play) => {
		live(play);
		const [first] = play.model().executions.keys();
		play.describe("w", first ?? "");
	};

/** For each member of an answer that has a fixed set of values, causes of failures aside, what shows each of them. */
export const values = {
	ActivityTaskTimedOutEventAttributes: {
		timeoutType: {
			HEARTBEAT: (play) => {
				holdActivityTask(play, { heartbeatTimeout: "5" });
				play.elapse(5);
			},
			SCHEDULE_TO_CLOSE: (play) => {
				begin(play, schedule({ scheduleToCloseTimeout: "5" }));
				play.elapse(5);
			},
			SCHEDULE_TO_START: (play) => {
				begin(play, schedule({ scheduleToStartTimeout: "5" }));
				play.elapse(5);
			},
			START_TO_CLOSE: (play) => {
				holdActivityTask(play, { startToCloseTimeout: "5" });
				play.elapse(5);
			},
		},
	},
	ActivityTypeInfo: {
		status: {
			DEPRECATED: (play) => {
				play.ask("DeprecateActivityType", { domain, activityType });
				play.ask("DescribeActivityType", { domain, activityType });
			},
			REGISTERED: (play) => play.ask("DescribeActivityType", { domain, activityType }),
		},
	},
	ChildWorkflowExecutionTimedOutEventAttributes: {
		timeoutType: {
			START_TO_CLOSE: (play) => {
				begin(play, startChild({ executionStartToCloseTimeout: "5" }));
				play.elapse(5.1);
			},
		},
	},
	DecisionTaskTimedOutEventAttributes: {
		timeoutType: {
			SCHEDULE_TO_START: (play) => {
				const taskToken = holdDecisionTask(play);
				const elsewhere = { taskList: { name: "elsewhere" }, taskListScheduleToStartTimeout: "5" };
				play.ask("RespondDecisionTaskCompleted", { taskToken, ...elsewhere });
				play.ask("SignalWorkflowExecution", { domain, workflowId: "w", signalName: "s" });
				play.elapse(5);
			},
			START_TO_CLOSE: (play) => {
				holdDecisionTask(play);
				play.elapse(60);
			},
		},
	},
	DomainInfo: {
		status: {
			DEPRECATED: (play) => {
				play.ask("DeprecateDomain", { name: domain });
				play.ask("DescribeDomain", { name: domain });
			},
			REGISTERED: (play) => play.ask("DescribeDomain", { name: domain }),
		},
	},
	LambdaFunctionTimedOutEventAttributes: {
		timeoutType: {
			START_TO_CLOSE: under({ invokeLambda: () => ({ kind: "silent" }) }, (play) => {
				play.start("w", { lambdaRole: "role" });
				play.decide(callLambda());
				play.elapse(5.1);
			}),
		},
	},
	StartChildWorkflowExecutionInitiatedEventAttributes: {
		childPolicy: withPolicy((play, childPolicy) => begin(play, startChild({ childPolicy }))),
	},
	WorkflowExecutionCancelRequestedEventAttributes: {
		cause: {
			CHILD_POLICY_APPLIED: (play) => {
				begin(play, startChild());
				terminate(play, { childPolicy: "REQUEST_CANCEL" });
			},
		},
	},
	WorkflowExecutionConfiguration: {
		childPolicy: withPolicy((play, childPolicy) => play.describe("w", play.start("w", { childPolicy }))),
	},
	WorkflowExecutionContinuedAsNewEventAttributes: {
		childPolicy: withPolicy((play, childPolicy) => begin(play, continueAsNew({ childPolicy }))),
	},
	WorkflowExecutionInfo: {
		closeStatus: {
			CANCELED: described((play) => begin(play, cancel)),
			COMPLETED: described((play) => begin(play, complete)),
			CONTINUED_AS_NEW: described((play) => begin(play, continueAsNew())),
			FAILED: described((play) => begin(play, fail)),
			TERMINATED: described((play) => {
				play.start("w");
				terminate(play);
			}),
			TIMED_OUT: described((play) => {
				play.start("w", { executionStartToCloseTimeout: "5" });
				play.elapse(5);
			}),
		},
		executionStatus: {
			CLOSED: described((play) => begin(play, complete)),
			OPEN: described((play) => play.start("w")),
		},
	},
	WorkflowExecutionStartedEventAttributes: {
		childPolicy: withPolicy((play, childPolicy) => play.start("w", { childPolicy })),
	},
	WorkflowExecutionTerminatedEventAttributes: {
		cause: {
			CHILD_POLICY_APPLIED: (play) => {
				begin(play, startChild());
				terminate(play, { childPolicy: "TERMINATE" });
			},
			EVENT_LIMIT_EXCEEDED: under({ limits: { historyEvents: 3 } }, (play) => holdDecisionTask(play)),
			OPERATOR_INITIATED: (play) => {
				play.start("w");
				terminate(play);
			},
		},
		childPolicy: withPolicy((play, childPolicy) => {
			play.start("w");
			terminate(play, { childPolicy });
		}),
	},
	WorkflowExecutionTimedOutEventAttributes: {
		childPolicy: withPolicy((play, childPolicy) => {
			play.start("w", { childPolicy, executionStartToCloseTimeout: "5" });
			play.elapse(5);
		}),
		timeoutType: {
			START_TO_CLOSE: (play) => {
				play.start("w", { executionStartToCloseTimeout: "5" });
				play.elapse(5);
			},
		},
	},
	WorkflowTypeConfiguration: {
		defaultChildPolicy: withPolicy((play, defaultChildPolicy) => {
			const other = { name: "other", version: "1" };
			play.ask("RegisterWorkflowType", { domain, ...other, defaultChildPolicy });
			play.ask("DescribeWorkflowType", { domain, workflowType: other });
		}),
	},
	WorkflowTypeInfo: {
		status: {
			DEPRECATED: (play) => {
				play.ask("DeprecateWorkflowType", { domain, workflowType });
				play.ask("DescribeWorkflowType", { domain, workflowType });
			},
			REGISTERED: (play) => play.ask("DescribeWorkflowType", { domain, workflowType }),
		},
	},
} satisfies Partial<ProvokedValues>;
