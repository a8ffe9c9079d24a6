import { type Breach, breachIn, ofRuns } from "./support/invariant.ts";
import { integerOf } from "./support/json-members.ts";
import type { Origin } from "./support/observed.ts";

/** No two polls bring the same task. */
export const aTaskIsHandedOutOnce = ofRuns(({ readings, activityTasks }) => [
	...twice(
		"decision task",
		readings.map(({ decisionTask, origin }) => ({ id: integerOf(decisionTask, "startedEventId"), origin })),
	),
	...twice(
		"activity task",
		activityTasks.map(({ task, origin }) => ({ id: integerOf(task, "startedEventId"), origin })),
	),
]);

function twice(what: string, polls: readonly { readonly id: number | undefined; readonly origin: Origin }[]): readonly Breach[] {
	const first = new Map<number, Origin>();
	return polls.flatMap(({ id, origin }) => {
		if (id === undefined) return [];
		const before = first.get(id);
		if (before === undefined) {
			first.set(id, origin);
			return [];
		}
		// Pages of one poll can be read in several ways.
		if (before.exchanges[0] === origin.exchanges[0]) return [];
		const exchanges = [...before.exchanges, ...origin.exchanges];
		return [
			breachIn({ ...origin, exchanges }, `the ${what} that started with event ${id} was handed out twice`, "startedEventId"),
		];
	});
}
