import { breachOf, named, ofRuns } from "./support/invariant.ts";
import { sameJson, shown } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

const members = [
	"childPolicy",
	"executionStartToCloseTimeout",
	"input",
	"lambdaRole",
	"tagList",
	"taskList",
	"taskPriority",
	"taskStartToCloseTimeout",
	"workflowType",
];

/** WorkflowExecutionStarted has every setting, the type, the input and the tags that StartWorkflowExecution named. */
export const anExecutionStartsAsAsked = ofRuns(({ started, events }) => {
	const start = startOf(events);
	if (start === undefined || started === undefined) return [];
	const { request, origin } = started;
	return members
		.filter(
			(member) =>
				request[member] !== undefined && !isEmpty(request[member]) && !sameJson(request[member], start.attributes[member]),
		)
		.map((member) => {
			const difference = { expected: shown(request[member]), observed: shown(start.attributes[member]) };
			const { exchanges, ...breach } = breachOf(
				start,
				`${named(start)} has another ${member} than was asked for`,
				member,
				difference,
			);
			return { ...breach, exchanges: [...origin.exchanges, ...exchanges] };
		});
});

/** Whether nothing says if this is kept or left out: an empty list, an empty text. */
const isEmpty = (value: unknown): boolean => value === "" || (Array.isArray(value) && value.length === 0);
