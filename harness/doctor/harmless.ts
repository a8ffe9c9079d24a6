import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";

/** Where it is asked what is allowed. */
export interface Place {
	readonly domain: string;
	/** Whether it is there, so that what is asked for in it could be done. */
	readonly isGiven: boolean;
	/** A name that nothing has. */
	readonly nobody: string;
}

/** A request that changes nothing and whose answer tells whether it is allowed, or why there is none. */
export type Harmless = JsonObject | { readonly untold: string };

const untold = (why: string) => (): Harmless => ({ untold: why });
const noTask = untold("without a task there is nothing to answer");
const noVain = "in a domain that is there it would be done";

const times = { startTimeFilter: { oldestDate: 4_000_000_000 } };
const workflowType = ({ domain, nobody }: Place) => ({ domain, workflowType: { name: nobody, version: "1" } });
const activityType = ({ domain, nobody }: Place) => ({ domain, activityType: { name: nobody, version: "1" } });
const types = ({ domain }: Place) => ({ domain, registrationStatus: "REGISTERED", maximumPageSize: 1 });
const taskList = ({ domain, nobody }: Place) => ({ domain, taskList: { name: nobody } });
const execution = ({ domain, nobody }: Place) => ({ domain, execution: { workflowId: nobody, runId: nobody } });
const workflowId = ({ domain, nobody }: Place) => ({ domain, workflowId: nobody });
const newType = ({ domain, nobody, isGiven }: Place) => (isGiven ? { untold: noVain } : { domain, name: nobody, version: "1" });
const domainItself = ({ domain, isGiven }: Place) => (isGiven ? { untold: noVain } : { name: domain });
const listed = ({ domain }: Place) => ({ domain, ...times });

/** What is asked for is never there, and where it could be made nothing is asked for: whoever may is told that there is no such thing, or gets an empty list. */
export const harmless = {
	CountClosedWorkflowExecutions: listed,
	CountOpenWorkflowExecutions: listed,
	CountPendingActivityTasks: taskList,
	CountPendingDecisionTasks: taskList,
	DeleteActivityType: activityType,
	DeleteWorkflowType: workflowType,
	DeprecateActivityType: activityType,
	DeprecateDomain: domainItself,
	DeprecateWorkflowType: workflowType,
	DescribeActivityType: activityType,
	DescribeDomain: ({ domain }) => ({ name: domain }),
	DescribeWorkflowExecution: execution,
	DescribeWorkflowType: workflowType,
	GetWorkflowExecutionHistory: execution,
	ListActivityTypes: types,
	ListClosedWorkflowExecutions: listed,
	ListDomains: () => ({ registrationStatus: "REGISTERED", maximumPageSize: 1 }),
	ListOpenWorkflowExecutions: listed,
	ListTagsForResource: untold("it takes the number of the account"),
	ListWorkflowTypes: types,
	PollForActivityTask: taskList,
	PollForDecisionTask: taskList,
	RecordActivityTaskHeartbeat: noTask,
	RegisterActivityType: newType,
	RegisterDomain: untold("it would register one, for good"),
	RegisterWorkflowType: newType,
	RequestCancelWorkflowExecution: workflowId,
	RespondActivityTaskCanceled: noTask,
	RespondActivityTaskCompleted: noTask,
	RespondActivityTaskFailed: noTask,
	RespondDecisionTaskCompleted: noTask,
	SignalWorkflowExecution: (place) => ({ ...workflowId(place), signalName: "doctor" }),
	StartWorkflowExecution: (place) => ({ ...workflowId(place), ...workflowType(place), ...taskList(place) }),
	TagResource: untold("it takes the number of the account"),
	TerminateWorkflowExecution: workflowId,
	UndeprecateActivityType: activityType,
	UndeprecateDomain: domainItself,
	UndeprecateWorkflowType: workflowType,
	UntagResource: untold("it takes the number of the account"),
} as const satisfies Record<OperationName, (place: Place) => Harmless>;
