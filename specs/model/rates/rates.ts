import type { OperationName } from "../../wire/contract.ts";
import type { DecisionType } from "../../wire/decision.ts";

/** A token bucket: so many at once, and so many a second from then on. */
export interface Bucket {
	readonly size: number;
	readonly refill: number;
}

/** The decisions that fail for their rate; the contract has no cause for it in the others. */
export const limitedDecisions = [
	"ContinueAsNewWorkflowExecution",
	"RequestCancelExternalWorkflowExecution",
	"ScheduleActivityTask",
	"ScheduleLambdaFunction",
	"SignalExternalWorkflowExecution",
	"StartChildWorkflowExecution",
	"StartTimer",
] as const satisfies readonly DecisionType[];

/** How often things may be done. What has no bucket may be done as often as one likes. */
export interface Rates {
	/** For all calls of an operation together. */
	readonly calls: { readonly [Name in OperationName]?: Bucket };
	/** For the calls of an operation that are about one execution. */
	readonly callsPerExecution: { readonly [Name in OperationName]?: Bucket };
	/** For all decisions of a type together. */
	readonly decisions: { readonly [Type in (typeof limitedDecisions)[number]]?: Bucket };
	/** For the activity tasks put on one task list. */
	readonly tasksPerList?: Bucket;
}

const alike = <Name extends OperationName>(size: number, refill: number, ...names: readonly Name[]) =>
	// One entry for each of the names given.
	Object.fromEntries(names.map((name) => [name, { size, refill }])) as { readonly [Each in Name]: Bucket };

/** The rates of the quotas page: https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-limits.html */
export const documentedRates: Rates = {
	calls: {
		...alike(2000, 200, "PollForActivityTask", "PollForDecisionTask", "RespondActivityTaskCanceled"),
		...alike(2000, 200, "RespondActivityTaskCompleted", "RespondActivityTaskFailed", "RespondDecisionTaskCompleted"),
		...alike(2000, 200, "StartWorkflowExecution"),
		...alike(2000, 160, "RecordActivityTaskHeartbeat"),
		...alike(2000, 60, "GetWorkflowExecutionHistory", "TerminateWorkflowExecution"),
		...alike(2000, 30, "RequestCancelWorkflowExecution", "SignalWorkflowExecution"),
		...alike(2000, 6, "CountClosedWorkflowExecutions", "CountOpenWorkflowExecutions", "DescribeActivityType"),
		...alike(2000, 6, "DescribeWorkflowExecution", "DescribeWorkflowType"),
		...alike(200, 60, "RegisterActivityType", "RegisterWorkflowType"),
		...alike(200, 48, "ListOpenWorkflowExecutions"),
		...alike(200, 6, "CountPendingActivityTasks", "CountPendingDecisionTasks", "DescribeDomain"),
		...alike(200, 6, "DeleteActivityType", "DeprecateActivityType", "UndeprecateActivityType", "ListActivityTypes"),
		...alike(200, 6, "DeleteWorkflowType", "DeprecateWorkflowType", "UndeprecateWorkflowType", "ListWorkflowTypes"),
		...alike(200, 6, "ListClosedWorkflowExecutions"),
		...alike(100, 6, "RegisterDomain", "DeprecateDomain", "UndeprecateDomain", "ListDomains"),
		...alike(50, 30, "ListTagsForResource", "TagResource", "UntagResource"),
	},
	callsPerExecution: {
		...alike(400, 200, "GetWorkflowExecutionHistory"),
		...alike(1000, 1000, "SignalWorkflowExecution", "RecordActivityTaskHeartbeat"),
		...alike(200, 200, "RequestCancelWorkflowExecution"),
	},
	decisions: {
		RequestCancelExternalWorkflowExecution: { size: 1200, refill: 120 },
		ScheduleActivityTask: { size: 1000, refill: 200 },
		SignalExternalWorkflowExecution: { size: 1200, refill: 120 },
		StartChildWorkflowExecution: { size: 500, refill: 12 },
		StartTimer: { size: 2000, refill: 200 },
	},
	tasksPerList: { size: 2000, refill: 2000 },
};
