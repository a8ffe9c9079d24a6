import { draft } from "../../wire/history-event.ts";
import { record } from "../append.ts";
import type { Effect } from "./effect.ts";

/** Closes the execution; what is open in it gets no event of its own. */
export const timeOutExecution: Effect = ({ model, execution, at }) => {
	const { childPolicy } = execution.started;
	return record(
		model,
		execution.key.runId,
		at,
		draft("WorkflowExecutionTimedOut", { timeoutType: "START_TO_CLOSE", childPolicy }),
	);
};
