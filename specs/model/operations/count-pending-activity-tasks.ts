import { answer, type Operation, unknownDomain } from "../outcome.ts";
import { countTasks } from "../task-lists.ts";

/** Counts the tasks of a list that wait for a poller. */
export const countPendingActivityTasks: Operation<"CountPendingActivityTasks"> = ({ model }, { domain, taskList }) =>
	model.domains.has(domain)
		? answer(model, { count: countTasks(model, { domain, kind: "activity", name: taskList.name }), truncated: false })
		: unknownDomain(domain);
