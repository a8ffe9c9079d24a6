import { childCloses } from "./support/event-kinds.ts";
import { alsoShownBy, type Breach, breachOf, named, ofRuns } from "./support/invariant.ts";
import { sameJson, shown } from "./support/json-members.ts";

const carried = ["result", "reason", "details"];

/** What a parent is told of a child's close is how the child closed, with the result, the reason and the details that it closed with. */
export const aChildIsReportedAsItClosed = ofRuns(({ domain, events }, { find }) =>
	events.flatMap((event): readonly Breach[] => {
		const expected = childCloses[event.eventType];
		const close = expected === undefined ? undefined : find(domain, event.attributes["workflowExecution"])?.close;
		// Which run of a child that continued as new is named is not known.
		if (close === undefined || close.eventType === "WorkflowExecutionContinuedAsNew") return [];
		if (close.eventType !== expected) {
			const breach = breachOf(event, `${named(event)}, and the child closed with ${named(close)}`, "eventType");
			return [alsoShownBy(close, breach)];
		}
		// A parent is not told why a child was terminated.
		if (event.eventType === "ChildWorkflowExecutionTerminated") return [];
		return carried
			.filter((member) => !sameJson(event.attributes[member], close.attributes[member]))
			.map((member) => {
				const difference = { expected: shown(close.attributes[member]), observed: shown(event.attributes[member]) };
				const breach = breachOf(
					event,
					`${named(event)} has another ${member} than the child's ${named(close)}`,
					member,
					difference,
				);
				return alsoShownBy(close, breach);
			});
	}),
);
