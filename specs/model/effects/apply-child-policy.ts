import { draft } from "../../wire/history-event.ts";
import { record } from "../append.ts";
import { type Execution, isOpen, type OpenChild, wireExecution } from "../execution.ts";
import type { Instant } from "../instant.ts";
import type { Model } from "../model.ts";
import type { Effect } from "./effect.ts";

/**
 * Applies the policy of a closed execution to its open children.
 *
 * The documents name termination and timeout; two recordings show it on completion. Failure and cancellation are taken to be no
 * different. Children of a run that continued as new go on: nothing says that they are touched.
 */
export const applyChildPolicy: Effect = ({ model, execution: parent, at }) => {
	const { closure } = parent;
	if (closure === undefined || closure.status === "CONTINUED_AS_NEW" || closure.childPolicy === "ABANDON") return model;
	const apply = closure.childPolicy === "TERMINATE" ? terminate : requestCancel;
	return parent.openChildren.reduce((grown, child) => {
		const run = currentRun(grown, parent, child);
		return run === undefined ? grown : apply(grown, run, parent, at);
	}, model);
};

/**
 * The run in which a child is open now. A child that continued as new has another run than at first, and a workflow id that a
 * child once had may have passed to a stranger: the link to this very run of the parent decides.
 */
function currentRun(model: Model, parent: Execution, { initiated, initiatedEventId }: OpenChild): Execution | undefined {
	const runId = model.domains.get(parent.key.domain)?.openRuns.get(initiated.workflowId);
	const run = runId === undefined ? undefined : model.executions.get(runId);
	if (run === undefined || !isOpen(run)) return undefined;
	const { parentWorkflowExecution, parentInitiatedEventId } = run.started;
	return parentWorkflowExecution?.runId === parent.key.runId && parentInitiatedEventId === initiatedEventId ? run : undefined;
}

type Apply = (model: Model, child: Execution, parent: Execution, at: Instant) => Model;

/** The event names the child's own policy: it is the one for the grandchildren, to which it applies in turn. */
const terminate: Apply = (model, { key, started }, _parent, at) => {
	const { childPolicy } = started;
	return record(model, key.runId, at, draft("WorkflowExecutionTerminated", { childPolicy, cause: "CHILD_POLICY_APPLIED" }));
};

/** The event names the parent, as recordings show. */
const requestCancel: Apply = (model, { key }, parent, at) => {
	const requested = draft("WorkflowExecutionCancelRequested", {
		externalWorkflowExecution: wireExecution(parent),
		externalInitiatedEventId: 0,
		cause: "CHILD_POLICY_APPLIED",
	});
	return record(model, key.runId, at, requested);
};
