import type { OperationName } from "../../wire/contract.ts";
import type { InputOf } from "../../wire/value.ts";
import { activityTaskList, activityType, domain, type Rehearsal, taskList, workflowType } from "../rehearsal.ts";
import { holdActivityTask, holdDecisionTask } from "./scenes.ts";

const resourceArn = `arn:aws:swf:us-east-1:123456789012:/domain/${domain}`;
const startTimeFilter = { oldestDate: 0 };
const registrationStatus = "REGISTERED";
const execution = (play: Rehearsal) => ({ workflowId: "w", runId: play.start("w") });
const open = (play: Rehearsal) => {
	play.start("w");
	return { domain, workflowId: "w" };
};
const deprecated = (play: Rehearsal) => {
	play.ask("DeprecateWorkflowType", { domain, workflowType });
	play.ask("DeprecateActivityType", { domain, activityType });
};

/** For each operation a call that is answered, and what has to be done before. */
export const samples: { readonly [Name in OperationName]: (play: Rehearsal) => InputOf<Name> } = {
	CountClosedWorkflowExecutions: () => ({ domain, startTimeFilter }),
	CountOpenWorkflowExecutions: () => ({ domain, startTimeFilter }),
	CountPendingActivityTasks: () => ({ domain, taskList: activityTaskList }),
	CountPendingDecisionTasks: () => ({ domain, taskList }),
	DeleteActivityType: (play) => {
		deprecated(play);
		return { domain, activityType };
	},
	DeleteWorkflowType: (play) => {
		deprecated(play);
		return { domain, workflowType };
	},
	DeprecateActivityType: () => ({ domain, activityType }),
	DeprecateDomain: () => ({ name: domain }),
	DeprecateWorkflowType: () => ({ domain, workflowType }),
	DescribeActivityType: () => ({ domain, activityType }),
	DescribeDomain: () => ({ name: domain }),
	DescribeWorkflowExecution: (play) => ({ domain, execution: execution(play) }),
	DescribeWorkflowType: () => ({ domain, workflowType }),
	GetWorkflowExecutionHistory: (play) => ({ domain, execution: execution(play) }),
	ListActivityTypes: () => ({ domain, registrationStatus }),
	ListClosedWorkflowExecutions: () => ({ domain, startTimeFilter }),
	ListDomains: () => ({ registrationStatus }),
	ListOpenWorkflowExecutions: () => ({ domain, startTimeFilter }),
	ListTagsForResource: () => ({ resourceArn }),
	ListWorkflowTypes: () => ({ domain, registrationStatus }),
	PollForActivityTask: () => ({ domain, taskList: activityTaskList }),
	PollForDecisionTask: () => ({ domain, taskList }),
	RecordActivityTaskHeartbeat: (play) => ({ taskToken: holdActivityTask(play) }),
	RegisterActivityType: () => ({ domain, name: "other", version: "1" }),
	RegisterDomain: () => ({ name: "other", workflowExecutionRetentionPeriodInDays: "1" }),
	RegisterWorkflowType: () => ({ domain, name: "other", version: "1" }),
	RequestCancelWorkflowExecution: open,
	RespondActivityTaskCanceled: (play) => ({ taskToken: holdActivityTask(play) }),
	RespondActivityTaskCompleted: (play) => ({ taskToken: holdActivityTask(play) }),
	RespondActivityTaskFailed: (play) => ({ taskToken: holdActivityTask(play) }),
	RespondDecisionTaskCompleted: (play) => ({ taskToken: holdDecisionTask(play) }),
	SignalWorkflowExecution: (play) => ({ ...open(play), signalName: "s" }),
	StartWorkflowExecution: () => ({ domain, workflowId: "w", workflowType }),
	TagResource: () => ({ resourceArn, tags: [{ key: "k", value: "v" }] }),
	TerminateWorkflowExecution: open,
	UndeprecateActivityType: (play) => {
		deprecated(play);
		return { domain, activityType };
	},
	UndeprecateDomain: (play) => {
		play.ask("DeprecateDomain", { name: domain });
		return { name: domain };
	},
	UndeprecateWorkflowType: (play) => {
		deprecated(play);
		return { domain, workflowType };
	},
	UntagResource: () => ({ resourceArn, tagKeys: ["k"] }),
};
