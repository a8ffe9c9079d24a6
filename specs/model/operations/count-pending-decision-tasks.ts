import { countedAnswer, type Operation, unknownDomain } from "../outcome.ts";
import { countTasks } from "../task-lists.ts";

/** Counts the tasks of a list that wait for a poller. */
export const countPendingDecisionTasks: Operation<"CountPendingDecisionTasks"> = ({ model }, { domain, taskList }) =>
	model.domains.has(domain)
		? countedAnswer(model, countTasks(model, { domain, kind: "decision", name: taskList.name }))
		: unknownDomain(domain);
