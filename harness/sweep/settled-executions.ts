import type { Evidence, Exchange } from "../evidence.ts";
import { isOpen, lastTypeOf } from "../play/clear-up.ts";
import { type Entry, isLeft } from "./run-ledger.ts";
import { keyOf } from "./things-made.ts";

type Seen = Pick<Evidence, "exchanges" | "histories">;

/** The executions of a case of which its own end shows that they are closed: nobody needs to ask again. */
export function settledExecutions(entries: readonly Entry[], { exchanges, histories }: Seen): readonly Entry[] {
	const ended = exchanges.filter(isTermination);
	const wholly = new Set(ended.flatMap(({ input }) => (input["runId"] === undefined ? [`${input["workflowId"]}`] : [])));
	const closed = new Set([
		...histories.filter((history) => !isOpen(history)).map(({ runId }) => runId),
		...ended.flatMap(({ input }) => (input["runId"] === undefined ? [] : [`${input["runId"]}`])),
	]);
	const left = entries.filter((entry) => isLeft(entry) && entry.thing.kind === "execution");
	return left.filter(({ thing }) => {
		if (thing.kind !== "execution") return false;
		const { workflowId } = thing;
		const asked = left.filter((other) => other.thing.kind === "execution" && other.thing.workflowId === workflowId);
		// What is seen names no domain.
		if (asked.some((other) => keyOf(other.thing) !== keyOf(thing))) return false;
		const runs = histories.filter((history) => history.workflowId === workflowId);
		const continued = runs.filter((run) => lastTypeOf(run) === "WorkflowExecutionContinuedAsNew");
		const areAllSeen = runs.length >= asked.length + continued.length;
		const areClosed = [...asked, ...runs].every(({ runId }) => runId === undefined || closed.has(runId));
		return wholly.has(workflowId) || (areAllSeen && areClosed);
	});
}

/** Whether an execution is closed by this call of the clearing up, or was before. */
const isTermination = ({ step, operation, outcome }: Exchange): boolean =>
	step === "clearing" &&
	operation === "TerminateWorkflowExecution" &&
	(outcome.kind === "answer" || (outcome.kind === "fault" && outcome.type === "UnknownResourceFault"));
