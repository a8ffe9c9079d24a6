import { breachIn, ofRuns } from "./support/invariant.ts";
import { objectOf, sameJson, shown } from "./support/json-members.ts";
import { closeOf, startOf } from "./support/start-of.ts";

const members = [
	"childPolicy",
	"executionStartToCloseTimeout",
	"lambdaRole",
	"taskList",
	"taskPriority",
	"taskStartToCloseTimeout",
];

/** executionConfiguration has the settings that the execution was started with. */
export const aDescriptionHasTheConfigurationOfTheStart = ofRuns(({ descriptions, events }) => {
	const start = startOf(events);
	if (start === undefined) return [];
	// What a redirected task list or the policy of a termination do to the configuration is not known.
	const isRedirected = events.some(
		({ eventType, attributes }) => eventType === "DecisionTaskCompleted" && "taskList" in attributes,
	);
	const isTerminated = closeOf(events)?.eventType === "WorkflowExecutionTerminated";
	const compared = members.filter(
		(member) => !(member === "taskList" && isRedirected) && !(member === "childPolicy" && isTerminated),
	);
	return descriptions.flatMap(({ detail, origin }) => {
		const configuration = objectOf(detail, "executionConfiguration");
		if (configuration === undefined) return [];
		return compared
			.filter((member) => !sameJson(configuration[member], start.attributes[member]))
			.map((member) =>
				breachIn(origin, `the description has another ${member} than the start`, `executionConfiguration.${member}`, {
					expected: shown(start.attributes[member]),
					observed: shown(configuration[member]),
				}),
			);
	});
});
