import { breachIn, ofRuns } from "./support/invariant.ts";
import { integerOf, sameJson, shown } from "./support/json-members.ts";
import { referred } from "./support/references.ts";

const members = ["activityId", "activityType", "input"];

/** A worker gets the activity id, the type and the input of the ActivityTaskScheduled behind the start that the task names. */
export const anActivityTaskIsWhatWasScheduled = ofRuns(({ activityTasks, events }) =>
	activityTasks.flatMap(({ task, origin }) => {
		const id = integerOf(task, "startedEventId");
		const started = id === undefined ? undefined : events[id - 1];
		if (started === undefined) return [];
		if (started.eventType !== "ActivityTaskStarted") {
			const difference = { expected: "ActivityTaskStarted", observed: started.eventType };
			return [breachIn(origin, `the activity task says that it started with event ${id}`, "startedEventId", difference)];
		}
		const scheduled = referred(events, started, "scheduledEventId", "ActivityTaskScheduled");
		if (scheduled === undefined) return [];
		return members
			.filter((member) => !sameJson(task[member], scheduled.attributes[member]))
			.map((member) =>
				breachIn(origin, `${member} of the task is not that of event ${scheduled.eventId}, which scheduled it`, member, {
					expected: shown(scheduled.attributes[member]),
					observed: shown(task[member]),
				}),
			);
	}),
);
