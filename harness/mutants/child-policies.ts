import { intoClosed } from "./into-closed.ts";
import type { Edit, Mutant } from "./mutant.ts";

const policy = "specs/model/effects/apply-child-policy.ts";
const onTerminate = "specs/model/operations/terminate-workflow-execution.ts";
const onStartChild = "specs/model/decisions/start-child-workflow-execution.ts";
const onContinue = "specs/model/decisions/continue-as-new-workflow-execution.ts";
const append = "specs/model/append.ts";
const configuration = "specs/model/configuration.ts";
const resolved = "given.childPolicy ?? type.defaultChildPolicy";
const used = "input.childPolicy ?? execution.started.childPolicy";
const except = 'closure.status === "CONTINUED_AS_NEW"';
const whichPolicy = 'closure.childPolicy === "TERMINATE" ? terminate : requestCancel';
const linked = "parentWorkflowExecution?.runId === parent.key.runId && parentInitiatedEventId === initiatedEventId";
const askChild = "return record(model, key.runId, at, requested)";
const evenAbandoned: Edit = { file: policy, find: 'closure.childPolicy === "ABANDON"', replace: "false" };
const keepEndedChildren: Edit = {
	file: "specs/model/apply/children.ts",
	find: "openChildren: execution.openChildren.delete(initiatedEventId)",
	replace: "openChildren: execution.openChildren",
};

/** Ways in which an emulator gets wrong what becomes of children. */
export const childPolicyMutants: readonly Mutant[] = [
	{
		name: "no policy is ever applied",
		file: policy,
		find: except,
		replace: "true",
		caughtBy: [
			"child-policies/a-childs-own-policy-does-not-govern-the-child:parent-terminate-child-abandon",
			"child-policies/every-open-child-is-asked-to-cancel",
			"child-policies/every-open-child-is-terminated-whatever-it-is-doing",
			"child-policies/the-type-default-governs-where-the-start-gives-no-policy:terminate",
		],
	},
	{
		name: "the cascade to grandchildren is dropped",
		file: policy,
		find: except,
		replace: `${except} || parent.history.last().workflowExecutionTerminatedEventAttributes?.cause === "CHILD_POLICY_APPLIED"`,
		caughtBy: [
			"child-policies/a-child-terminated-by-policy-applies-its-own-to-the-grandchildren:terminate-over-request-cancel",
			"child-policies/a-child-terminated-by-policy-applies-its-own-to-the-grandchildren:terminate-over-terminate",
			"child-policies/a-timeout-at-the-root-reaches-the-grandchildren",
			"child-policies/an-override-is-not-inherited-by-the-grandchildren:own-request-cancel",
		],
	},
	{
		name: "the policy is applied to one child only",
		file: policy,
		find: "parent.openChildren.reduce",
		replace: "parent.openChildren.take(1).reduce",
		caughtBy: ["child-policies/every-open-child-is-terminated-whatever-it-is-doing"],
	},
	{
		name: "the policy is not applied when the parent times out",
		file: policy,
		find: except,
		replace: `${except} || closure.status === "TIMED_OUT"`,
		caughtBy: [
			"child-policies/a-parent-that-times-out-applies-its-policy-with-no-decider-about:request-cancel",
			"child-policies/a-parent-that-times-out-applies-its-policy-with-no-decider-about:terminate",
			"child-policies/a-timeout-at-the-root-reaches-the-grandchildren",
		],
	},
	{
		name: "the policy is not applied when the parent completes",
		file: policy,
		find: except,
		replace: `${except} || closure.status === "COMPLETED"`,
		caughtBy: ["child-policies/a-parent-that-completes-applies-its-policy"],
	},
	{
		name: "the policy is not applied when the parent fails",
		file: policy,
		find: except,
		replace: `${except} || closure.status === "FAILED"`,
		caughtBy: [
			"child-policies/a-parent-that-fails-or-cancels-applies-its-policy:failed-request-cancel",
			"child-policies/a-parent-that-fails-or-cancels-applies-its-policy:failed-terminate",
		],
	},
	{
		name: "the policy is not applied when the parent is cancelled",
		file: policy,
		find: except,
		replace: `${except} || closure.status === "CANCELED"`,
		caughtBy: [
			"child-policies/a-parent-that-fails-or-cancels-applies-its-policy:canceled-request-cancel",
			"child-policies/a-parent-that-fails-or-cancels-applies-its-policy:canceled-terminate",
		],
	},
	{
		name: "the policy is applied when the parent continues as new",
		file: policy,
		find: except,
		replace: "false",
		caughtBy: ["child-policies/a-parent-that-continues-as-new-leaves-its-children-running"],
	},
	{
		name: "TERMINATE asks the children to cancel",
		file: policy,
		find: whichPolicy,
		replace: "requestCancel",
		caughtBy: [
			"child-policies/a-childs-own-policy-does-not-govern-the-child:parent-terminate-child-abandon",
			"child-policies/every-open-child-is-terminated-whatever-it-is-doing",
		],
	},
	{
		name: "REQUEST_CANCEL terminates the children",
		file: policy,
		find: whichPolicy,
		replace: "terminate",
		caughtBy: [
			"child-policies/an-override-decides-the-fate-of-the-children:request-cancel-by-request-cancel",
			"child-policies/every-open-child-is-asked-to-cancel",
		],
	},
	{
		name: "ABANDON asks the children to cancel",
		...evenAbandoned,
		caughtBy: [
			"child-policies/a-childs-own-policy-does-not-govern-the-child:parent-abandon-child-terminate",
			"child-policies/a-parent-that-completes-with-abandon-leaves-its-children-running",
			"child-policies/a-parent-that-times-out-applies-its-policy-with-no-decider-about:abandon",
			"child-policies/a-policy-given-at-the-start-beats-the-type-default:abandon-over-terminate",
			"child-policies/an-override-to-abandon-spares-the-children",
		],
	},
	{
		name: "ABANDON terminates the children",
		...evenAbandoned,
		and: [{ file: policy, find: 'closure.childPolicy === "TERMINATE"', replace: 'closure.childPolicy !== "REQUEST_CANCEL"' }],
		caughtBy: [
			"child-policies/a-child-left-open-passes-nothing-on-to-the-grandchildren:abandoned",
			"child-policies/a-closed-parent-records-nothing-of-its-childrens-end:continued",
			"child-policies/a-parent-that-times-out-applies-its-policy-with-no-decider-about:abandon",
		],
	},
	{
		name: "REQUEST_CANCEL cancels the children outright",
		file: policy,
		find: askChild,
		replace:
			'return record(model, key.runId, at, requested, draft("WorkflowExecutionCanceled", { decisionTaskCompletedEventId: 0 }))',
		caughtBy: [
			"child-policies/a-child-asked-to-cancel-may-go-on",
			"child-policies/a-childs-own-policy-does-not-govern-the-child:parent-request-cancel-child-terminate",
			"child-policies/a-policy-given-at-the-start-beats-the-type-default:request-cancel-over-terminate",
			"child-policies/an-override-decides-the-fate-of-the-children:request-cancel",
			"child-policies/an-override-decides-the-fate-of-the-children:request-cancel-by-request-cancel",
		],
	},
	{
		name: "REQUEST_CANCEL asks the grandchildren too",
		file: policy,
		find: askChild,
		replace:
			"return [key.runId, ...model.executions.get(key.runId).openChildren.valueSeq().map(({ initiated }) => model.domains.get(key.domain).openRuns.get(initiated.workflowId))].reduce((grown, runId) => record(grown, runId, at, requested), model)",
		caughtBy: ["child-policies/a-child-left-open-passes-nothing-on-to-the-grandchildren:asked-to-cancel"],
	},
	{
		name: "the grandchildren of an abandoned child get the policy of the root",
		file: policy,
		find: "parent.openChildren.reduce",
		replace:
			"(closure.childPolicy === 'TERMINATE' ? parent.openChildren : model.executions.filter((each) => isOpen(each) && model.executions.get(each.started.parentWorkflowExecution?.runId)?.started.parentWorkflowExecution?.runId === parent.key.runId).toList()).reduce",
		and: [
			evenAbandoned,
			{
				file: policy,
				find: "currentRun(grown, parent, child)",
				replace: "child.initiated === undefined ? child : currentRun(grown, parent, child)",
			},
		],
		caughtBy: ["child-policies/a-child-left-open-passes-nothing-on-to-the-grandchildren"],
	},
	{
		name: "a child that was asked to cancel is not asked again",
		file: policy,
		find: askChild,
		replace: "return model.executions.get(key.runId).cancelRequested ? model : record(model, key.runId, at, requested)",
		caughtBy: ["child-policies/a-policy-asks-again-a-child-that-was-asked-before"],
	},
	{
		name: "a child that is asked to cancel gets no decision task",
		file: policy,
		find: askChild,
		replace: "return append(model, key.runId, at, requested)",
		and: [{ file: policy, find: "import { record }", replace: "import { append, record }" }],
		caughtBy: [
			"child-policies/a-child-asked-to-cancel-gets-a-decision-task-and-closes-as-it-likes",
			"child-policies/every-open-child-is-asked-to-cancel",
		],
	},
	{
		name: "a request to cancel an execution wakes no decider",
		file: append,
		find: "wakesDecider[eventType])",
		replace: 'eventType !== "WorkflowExecutionCancelRequested" && wakesDecider[eventType])',
		caughtBy: ["child-policies/every-open-child-is-asked-to-cancel"],
	},
	{
		name: "the child's own policy, from the decision that started it, is used instead of the parent's",
		file: policy,
		find: "apply(grown, run, parent, at)",
		replace:
			'(run.started.childPolicy === "ABANDON" ? grown : (run.started.childPolicy === "TERMINATE" ? terminate : requestCancel)(grown, run, parent, at))',
		and: [evenAbandoned],
		caughtBy: [
			"child-policies/a-child-left-open-passes-nothing-on-to-the-grandchildren",
			"child-policies/a-childs-own-policy-does-not-govern-the-child",
		],
	},
	{
		name: "a child inherits the policy of its parent",
		file: onStartChild,
		find: "resolveConfiguration(attributes, type)",
		replace: "resolveConfiguration({ ...attributes, childPolicy: execution.started.childPolicy }, type)",
		caughtBy: ["child-policies/a-child-start-without-any-policy-fails-and-initiates-nothing"],
	},
	{
		name: "the policy in the decision to start a child is ignored",
		file: onStartChild,
		find: "resolveConfiguration(attributes, type)",
		replace: "resolveConfiguration({ ...attributes, childPolicy: undefined }, type)",
		caughtBy: ["child-policies/the-policy-in-a-child-start-decision-governs-the-grandchildren"],
	},
	{
		name: "the policy of the type beats that of the start",
		file: configuration,
		find: resolved,
		replace: "type.defaultChildPolicy ?? given.childPolicy",
		caughtBy: [
			"child-policies/a-policy-given-at-the-start-beats-the-type-default",
			"child-policies/an-override-leaves-the-stored-configuration",
		],
	},
	{
		name: "the policy of the type is ignored and ABANDON taken",
		file: configuration,
		find: resolved,
		replace: 'given.childPolicy ?? "ABANDON"',
		caughtBy: [
			"child-policies/a-start-without-any-policy-is-refused",
			"child-policies/the-type-default-governs-where-the-start-gives-no-policy:terminate",
		],
	},
	{
		name: "the policy of the type is ignored and TERMINATE taken",
		file: configuration,
		find: resolved,
		replace: 'given.childPolicy ?? "TERMINATE"',
		caughtBy: [
			"child-policies/a-start-without-any-policy-is-refused",
			"child-policies/the-type-default-governs-where-the-start-gives-no-policy:abandon",
			"child-policies/the-type-default-governs-where-the-start-gives-no-policy:request-cancel",
			"termination/the-event-tells-the-child-policy-that-was-used:from-the-type",
		],
	},
	{
		name: "where nobody gives a policy, TERMINATE is taken",
		file: configuration,
		find: resolved,
		replace: `${resolved} ?? "TERMINATE"`,
		caughtBy: [
			"child-policies/a-continuation-without-any-policy-fails-and-the-run-stays-open",
			"child-policies/a-start-without-any-policy-is-refused",
		],
	},
	{
		name: "a child for which nobody gives a policy starts with its parent's",
		file: onStartChild,
		find: "resolveConfiguration(attributes, type)",
		replace:
			"resolveConfiguration({ ...attributes, childPolicy: attributes.childPolicy ?? type.configuration.defaultChildPolicy ?? execution.started.childPolicy }, type)",
		caughtBy: ["child-policies/a-child-start-without-any-policy-fails-and-initiates-nothing"],
	},
	{
		name: "a run continued as new keeps the policy of the run before",
		file: onContinue,
		find: "resolveConfiguration(attributes, type)",
		replace: "resolveConfiguration({ ...attributes, childPolicy: execution.started.childPolicy }, type)",
		caughtBy: ["child-policies/a-continuation-without-any-policy-fails-and-the-run-stays-open"],
	},
	{
		name: "a run continued as new has the policy of the type",
		file: onContinue,
		find: "resolveConfiguration(attributes, type)",
		replace: "resolveConfiguration({ ...attributes, childPolicy: undefined }, type)",
		caughtBy: ["child-policies/a-run-continued-as-new-has-the-policy-of-its-decision"],
	},
	{
		name: "the policy of a termination is ignored",
		file: onTerminate,
		find: used,
		replace: "execution.started.childPolicy",
		caughtBy: [
			"child-policies/an-override-decides-the-fate-of-the-children:abandon-by-terminate",
			"child-policies/an-override-to-abandon-at-the-root-spares-the-whole-tree",
			"child-policies/an-override-to-abandon-spares-the-children:terminate-by-abandon",
			"termination/the-event-tells-the-child-policy-that-was-used:from-the-call",
		],
	},
	{
		name: "the policy of a termination is recorded and not applied",
		file: "specs/model/apply-event.ts",
		find: '"TERMINATED", event.workflowExecutionTerminatedEventAttributes.childPolicy)',
		replace: '"TERMINATED")',
		caughtBy: [
			"child-policies/an-override-decides-the-fate-of-the-children:abandon-by-terminate",
			"child-policies/an-override-to-abandon-at-the-root-spares-the-whole-tree",
			"child-policies/an-override-to-abandon-spares-the-children:terminate-by-abandon",
		],
	},
	{
		name: "the policy of a termination is applied and not recorded",
		file: "specs/model/operations/get-workflow-execution-history.ts",
		find: "page.items",
		replace:
			'page.items.map((event) => event.eventType === "WorkflowExecutionTerminated" ? { ...event, workflowExecutionTerminatedEventAttributes: { ...event.workflowExecutionTerminatedEventAttributes, childPolicy: execution.started.childPolicy } } : event)',
		caughtBy: [
			"child-policies/an-override-decides-the-fate-of-the-children:abandon-by-request-cancel",
			"child-policies/an-override-decides-the-fate-of-the-children:abandon-by-terminate",
			"child-policies/an-override-decides-the-fate-of-the-children:request-cancel-by-terminate",
			"child-policies/an-override-decides-the-fate-of-the-children:terminate-by-request-cancel",
			"child-policies/an-override-to-abandon-spares-the-children:request-cancel-by-abandon",
			"child-policies/an-override-to-abandon-spares-the-children:terminate-by-abandon",
			"termination/the-event-tells-the-child-policy-that-was-used:from-the-call",
		],
	},
	{
		name: "the stored policy is ignored and ABANDON taken at a termination",
		file: onTerminate,
		find: used,
		replace: 'input.childPolicy ?? "ABANDON"',
		caughtBy: [
			"child-policies/a-childs-own-policy-does-not-govern-the-child:parent-terminate-child-abandon",
			"termination/the-event-tells-the-child-policy-that-was-used:from-the-start",
		],
	},
	{
		name: "the stored policy is ignored and TERMINATE taken at a termination",
		file: onTerminate,
		find: used,
		replace: 'input.childPolicy ?? "TERMINATE"',
		caughtBy: [
			"child-policies/an-override-to-abandon-spares-the-children:abandon",
			"child-policies/every-open-child-is-asked-to-cancel",
		],
	},
	{
		name: "the policy of a termination replaces the one in the configuration",
		file: "specs/model/operations/describe-workflow-execution.ts",
		find: "executionConfiguration: executionConfiguration(execution)",
		replace:
			"executionConfiguration: { ...executionConfiguration(execution), childPolicy: execution.closure?.childPolicy ?? execution.started.childPolicy }",
		caughtBy: ["child-policies/an-override-leaves-the-stored-configuration"],
	},
	{
		name: "the policy of a termination is inherited by the children",
		file: policy,
		find: "{ childPolicy, cause:",
		replace: "{ childPolicy: _parent.closure.childPolicy, cause:",
		caughtBy: [
			"child-policies/a-child-terminated-by-policy-applies-its-own-to-the-grandchildren:terminate-over-abandon",
			"child-policies/an-override-is-not-inherited-by-the-grandchildren",
		],
	},
	{
		name: "a termination by policy lacks its cause",
		file: policy,
		find: 'childPolicy, cause: "CHILD_POLICY_APPLIED"',
		replace: "childPolicy",
		caughtBy: [
			"child-policies/a-childs-own-policy-does-not-govern-the-child:parent-terminate-child-abandon",
			"child-policies/a-childs-own-policy-does-not-govern-the-child:parent-terminate-child-request-cancel",
			"child-policies/every-open-child-is-terminated-whatever-it-is-doing",
		],
	},
	{
		name: "a cancel request by policy lacks its cause",
		file: policy,
		find: 'cause: "CHILD_POLICY_APPLIED",',
		replace: "",
		caughtBy: [
			"child-policies/a-cancel-request-by-policy-names-the-parent",
			"child-policies/an-override-decides-the-fate-of-the-children:request-cancel-by-request-cancel",
			"child-policies/every-open-child-is-asked-to-cancel",
		],
	},
	{
		name: "a cancel request by policy does not name the parent",
		file: policy,
		find: "externalWorkflowExecution: wireExecution(parent),",
		replace: "",
		caughtBy: ["child-policies/a-cancel-request-by-policy-names-the-parent"],
	},
	{
		name: "a cancel request that the parent decided on passes for one by policy",
		file: "specs/model/effects/deliver-cancel-request.ts",
		find: "externalInitiatedEventId: initiatedEventId,",
		replace: 'externalInitiatedEventId: initiatedEventId, cause: "CHILD_POLICY_APPLIED",',
		caughtBy: ["child-policies/a-parents-own-cancel-request-to-its-child-has-no-cause"],
	},
	{
		name: "a child terminated by policy repeats the reason of its parent",
		file: policy,
		find: "{ childPolicy, cause:",
		replace:
			"{ reason: _parent.history.last().workflowExecutionTerminatedEventAttributes?.reason, details: _parent.history.last().workflowExecutionTerminatedEventAttributes?.details, childPolicy, cause:",
		caughtBy: ["child-policies/a-terminated-child-repeats-no-reason-of-its-parent"],
	},
	{
		name: "children are known by the workflow id of their parent",
		file: policy,
		find: "parent.openChildren.reduce",
		replace:
			"model.executions.filter((each) => isOpen(each) && each.started.parentWorkflowExecution?.workflowId === parent.key.workflowId).toList().reduce",
		and: [{ file: policy, find: "currentRun(grown, parent, child)", replace: "child" }],
		caughtBy: [
			"child-policies/a-later-execution-under-the-parents-id-has-none-of-its-children",
			"child-policies/terminating-a-later-run-of-the-parent-spares-children-of-the-earlier",
		],
	},
	{
		name: "a stranger with the workflow id of a former child is taken for it",
		file: policy,
		find: linked,
		replace: "true",
		and: [keepEndedChildren],
		caughtBy: ["child-policies/a-stranger-that-took-a-former-childs-id-is-left-alone"],
	},
	{
		name: "an execution in the way of a child's start is taken for the child",
		file: policy,
		find: linked,
		replace: "true",
		and: [
			{
				file: "specs/model/apply-event.ts",
				find: "childEnded(execution, event.startChildWorkflowExecutionFailedEventAttributes)",
				replace: "execution",
			},
		],
		caughtBy: ["child-policies/an-execution-that-was-in-the-way-of-a-child-start-is-left-alone"],
	},
	{
		name: "the policy reaches closed children",
		file: policy,
		find: "model.domains.get(parent.key.domain)?.openRuns.get(initiated.workflowId)",
		replace:
			"model.executions.findKey(({ key, started }) => key.workflowId === initiated.workflowId && started.parentWorkflowExecution?.runId === parent.key.runId)",
		and: [
			{ file: policy, find: "run === undefined || !isOpen(run)", replace: "run === undefined" },
			keepEndedChildren,
			intoClosed(
				'(given.workflowExecutionTerminatedEventAttributes ?? given.workflowExecutionCancelRequestedEventAttributes)?.cause === "CHILD_POLICY_APPLIED"',
			),
		],
		caughtBy: ["child-policies/a-child-closed-before-is-left-alone"],
	},
	{
		name: "the policy reaches executions that the parent signalled or asked to cancel",
		file: policy,
		find: "parent.openChildren.reduce",
		replace:
			"[...parent.openChildren.values(), ...parent.history.toArray().flatMap((event) => event.externalWorkflowExecutionSignaledEventAttributes ?? event.externalWorkflowExecutionCancelRequestedEventAttributes ?? []).map(({ workflowExecution }) => ({ initiated: workflowExecution }))].reduce",
		and: [{ file: policy, find: linked, replace: "true" }],
		caughtBy: ["child-policies/executions-that-the-parent-only-addressed-are-left-alone"],
	},
	{
		name: "the policy misses a child that continued as new",
		file: policy,
		find: linked,
		replace: `run.started.continuedExecutionRunId === undefined && ${linked}`,
		caughtBy: ["child-policies/a-policy-reaches-the-later-run-of-a-child"],
	},
	{
		name: "a child that continues as new loses the link to its parent",
		file: "specs/model/continue-as-new.ts",
		find: '"parentWorkflowExecution", "parentInitiatedEventId"',
		replace: '"parentInitiatedEventId"',
		caughtBy: ["child-policies/a-policy-reaches-the-later-run-of-a-child"],
	},
	{
		name: "executions are described without their parent",
		file: "specs/model/execution-info.ts",
		find: "parent === undefined ? {}",
		replace: "true ? {}",
		caughtBy: ["child-policies/an-abandoned-child-runs-to-its-end-and-keeps-its-parent-link"],
	},
	{
		name: "children report to a closed parent",
		...intoClosed('given.eventType.startsWith("ChildWorkflowExecution")'),
		caughtBy: [
			"child-policies/a-closed-parent-records-nothing-of-its-childrens-end:canceled",
			"child-policies/a-closed-parent-records-nothing-of-its-childrens-end:completed",
			"child-policies/a-parent-terminated-with-its-children-records-their-end-nowhere",
			"child-policies/a-policy-given-at-the-start-beats-the-type-default:terminate-over-abandon",
			"child-policies/a-policy-given-at-the-start-beats-the-type-default:terminate-over-request-cancel",
			"child-policies/an-override-decides-the-fate-of-the-children:terminate",
			"child-policies/an-override-decides-the-fate-of-the-children:terminate-by-terminate",
		],
	},
	{
		name: "a request to cancel the parent is passed on to its children",
		file: "specs/model/operations/request-cancel-workflow-execution.ts",
		find: "record(model, execution.key.runId, now, requested)",
		replace:
			"execution.openChildren.reduce((grown, { initiated }) => record(grown, domain.openRuns.get(initiated.workflowId), now, requested), record(model, execution.key.runId, now, requested))",
		caughtBy: ["child-policies/a-request-to-cancel-the-parent-leaves-the-children-alone"],
	},
	{
		name: "the end of a grandchild is reported to the root as well",
		file: "specs/model/effects/report-to-parent.ts",
		find: "record(model, parent.key.runId, at, report)",
		replace:
			"record(parent.started.parentWorkflowExecution === undefined ? model : record(model, parent.started.parentWorkflowExecution.runId, at, report), parent.key.runId, at, report)",
		caughtBy: ["child-policies/terminating-the-middle-of-three-tells-the-root-of-the-middle-only"],
	},
	{
		name: "a workflow id stays taken after a termination by policy",
		file: append,
		find: "openRuns: domain.openRuns.delete(workflowId)",
		replace:
			'openRuns: model.executions.get(runId)?.history.last().workflowExecutionTerminatedEventAttributes?.cause === "CHILD_POLICY_APPLIED" ? domain.openRuns : domain.openRuns.delete(workflowId)',
		caughtBy: ["child-policies/the-id-of-a-child-terminated-by-policy-is-free-again"],
	},
];
