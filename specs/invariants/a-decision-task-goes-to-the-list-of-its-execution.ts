import { type Breach, breachOf, named, ofEvents } from "./support/invariant.ts";
import { objectOf, shown, textOf } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** A decision task is scheduled in the task list of its execution, or in one that an earlier completion redirected it to. */
export const aDecisionTaskGoesToTheListOfItsExecution = ofEvents((events) => {
	const own = textOf(objectOf(startOf(events)?.attributes, "taskList"), "name");
	if (own === undefined) return [];
	const lists = new Set([own]);
	const breaches: Breach[] = [];
	for (const event of events) {
		const list = textOf(objectOf(event.attributes, "taskList"), "name");
		if (list === undefined) continue;
		if (event.eventType === "DecisionTaskCompleted") lists.add(list);
		if (event.eventType !== "DecisionTaskScheduled" || lists.has(list)) continue;
		const difference = { expected: lists.size === 1 ? own : [...lists].slice(0, 5), observed: shown(list) };
		breaches.push(breachOf(event, `${named(event)} in a list that nothing sent it to`, "taskList.name", difference));
	}
	return breaches;
});
