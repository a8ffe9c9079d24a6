import type { OperationName } from "../../wire/contract.ts";
import type { JsonObject } from "../../wire/json.ts";
import { activityType, domain, type Rehearsal, workflowType } from "../rehearsal.ts";
import { samples } from "./samples.ts";
import { bare, only, registerBare, under } from "./scenes.ts";
import type { Provocation, ProvokedFaults } from "./seen.ts";

const sample = (play: Rehearsal, name: OperationName) => samples[name](play) as JsonObject;

/** The call from one who may do nothing. */
const forbidden =
	(name: OperationName): Provocation =>
	(play) =>
		play.call(name, sample(play, name), only());

/** The call once more, after it was answered. */
const again =
	(name: OperationName): Provocation =>
	(play) => {
		const input = sample(play, name);
		play.call(name, input);
		play.call(name, input);
	};

const nowhere = "arn:aws:swf:us-east-1:123456789012:/domain/nowhere";

/** The call about what there is not: a domain, or a task that is over. */
const unknown =
	(name: OperationName): Provocation =>
	(play) => {
		const input = sample(play, name);
		const other =
			"domain" in input ? { domain: "nowhere" } : "resourceArn" in input ? { resourceArn: nowhere } : { name: "nowhere" };
		if (!("taskToken" in input)) return void play.call(name, { ...input, ...other });
		const runs = [...play.model().executions.values()];
		for (const { key } of runs) play.ask("TerminateWorkflowExecution", { domain, workflowId: key.workflowId });
		play.call(name, input);
	};

/** The call in a deprecated domain. */
const retired =
	(name: OperationName): Provocation =>
	(play) => {
		play.ask("DeprecateDomain", { name: domain });
		play.call(name, sample(play, name));
	};

/** The call about a type that is not deprecated. */
const registered =
	(kind: "activityType" | "workflowType"): Provocation =>
	(play) =>
		kind === "activityType"
			? play.call("DeleteActivityType", { domain, activityType })
			: play.call("DeleteWorkflowType", { domain, workflowType });

const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}` }));
const noLimitKnown = "no source tells a limit of tags that is not TooManyTagsFault";
const polls = "who serves the model holds the polls that wait, and counts them";

/** For each operation and each fault that the contract gives to it, a call that ends in it. */
export const faults: ProvokedFaults = {
	CountClosedWorkflowExecutions: both("CountClosedWorkflowExecutions"),
	CountOpenWorkflowExecutions: both("CountOpenWorkflowExecutions"),
	CountPendingActivityTasks: both("CountPendingActivityTasks"),
	CountPendingDecisionTasks: both("CountPendingDecisionTasks"),
	DeleteActivityType: { ...both("DeleteActivityType"), TypeNotDeprecatedFault: registered("activityType") },
	DeleteWorkflowType: { ...both("DeleteWorkflowType"), TypeNotDeprecatedFault: registered("workflowType") },
	DeprecateActivityType: { ...both("DeprecateActivityType"), TypeDeprecatedFault: again("DeprecateActivityType") },
	DeprecateDomain: { ...both("DeprecateDomain"), DomainDeprecatedFault: again("DeprecateDomain") },
	DeprecateWorkflowType: { ...both("DeprecateWorkflowType"), TypeDeprecatedFault: again("DeprecateWorkflowType") },
	DescribeActivityType: both("DescribeActivityType"),
	DescribeDomain: both("DescribeDomain"),
	DescribeWorkflowExecution: both("DescribeWorkflowExecution"),
	DescribeWorkflowType: both("DescribeWorkflowType"),
	GetWorkflowExecutionHistory: both("GetWorkflowExecutionHistory"),
	ListActivityTypes: both("ListActivityTypes"),
	ListClosedWorkflowExecutions: both("ListClosedWorkflowExecutions"),
	ListDomains: { OperationNotPermittedFault: forbidden("ListDomains") },
	ListOpenWorkflowExecutions: both("ListOpenWorkflowExecutions"),
	ListTagsForResource: { ...both("ListTagsForResource"), LimitExceededFault: noLimitKnown },
	ListWorkflowTypes: both("ListWorkflowTypes"),
	PollForActivityTask: { ...both("PollForActivityTask"), LimitExceededFault: polls },
	PollForDecisionTask: { ...both("PollForDecisionTask"), LimitExceededFault: polls },
	RecordActivityTaskHeartbeat: both("RecordActivityTaskHeartbeat"),
	RegisterActivityType: {
		...both("RegisterActivityType"),
		DomainDeprecatedFault: retired("RegisterActivityType"),
		LimitExceededFault: under({ limits: { typesPerDomain: 1 } }, (play) =>
			play.call("RegisterActivityType", sample(play, "RegisterActivityType")),
		),
		TypeAlreadyExistsFault: again("RegisterActivityType"),
	},
	RegisterDomain: {
		DomainAlreadyExistsFault: again("RegisterDomain"),
		LimitExceededFault: under({ limits: { domains: 1 } }, (play) => play.call("RegisterDomain", sample(play, "RegisterDomain"))),
		OperationNotPermittedFault: forbidden("RegisterDomain"),
		TooManyTagsFault: (play) => play.call("RegisterDomain", { ...sample(play, "RegisterDomain"), tags }),
	},
	RegisterWorkflowType: {
		...both("RegisterWorkflowType"),
		DomainDeprecatedFault: retired("RegisterWorkflowType"),
		LimitExceededFault: under({ limits: { typesPerDomain: 1 } }, (play) =>
			play.call("RegisterWorkflowType", sample(play, "RegisterWorkflowType")),
		),
		TypeAlreadyExistsFault: again("RegisterWorkflowType"),
	},
	RequestCancelWorkflowExecution: both("RequestCancelWorkflowExecution"),
	RespondActivityTaskCanceled: both("RespondActivityTaskCanceled"),
	RespondActivityTaskCompleted: both("RespondActivityTaskCompleted"),
	RespondActivityTaskFailed: both("RespondActivityTaskFailed"),
	RespondDecisionTaskCompleted: both("RespondDecisionTaskCompleted"),
	SignalWorkflowExecution: both("SignalWorkflowExecution"),
	StartWorkflowExecution: {
		...both("StartWorkflowExecution"),
		DefaultUndefinedFault: (play) => {
			registerBare(play);
			play.call("StartWorkflowExecution", { domain, workflowId: "w", workflowType: bare });
		},
		LimitExceededFault: under({ limits: { openExecutionsPerDomain: 1 } }, (play) => {
			play.start("first");
			play.call("StartWorkflowExecution", { domain, workflowId: "second", workflowType });
		}),
		TypeDeprecatedFault: (play) => {
			play.ask("DeprecateWorkflowType", { domain, workflowType });
			play.call("StartWorkflowExecution", { domain, workflowId: "w", workflowType });
		},
		WorkflowExecutionAlreadyStartedFault: again("StartWorkflowExecution"),
	},
	TagResource: {
		...both("TagResource"),
		LimitExceededFault: noLimitKnown,
		TooManyTagsFault: (play) => play.call("TagResource", { ...sample(play, "TagResource"), tags }),
	},
	TerminateWorkflowExecution: both("TerminateWorkflowExecution"),
	UndeprecateActivityType: { ...both("UndeprecateActivityType"), TypeAlreadyExistsFault: again("UndeprecateActivityType") },
	UndeprecateDomain: { ...both("UndeprecateDomain"), DomainAlreadyExistsFault: again("UndeprecateDomain") },
	UndeprecateWorkflowType: { ...both("UndeprecateWorkflowType"), TypeAlreadyExistsFault: again("UndeprecateWorkflowType") },
	UntagResource: { ...both("UntagResource"), LimitExceededFault: noLimitKnown },
};

/** The two faults that nearly every operation has. */
function both(name: OperationName) {
	return { OperationNotPermittedFault: forbidden(name), UnknownResourceFault: unknown(name) };
}
