import { alsoShownBy, breachOf, named, ofRuns } from "./support/invariant.ts";
import { sameJson, shown } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** The start of a child that a parent says has started names that parent, and the event by which it was announced. */
export const aChildKnowsItsParent = ofRuns(({ domain, workflowId, runId, events }, { find }) =>
	events
		.filter(({ eventType }) => eventType === "ChildWorkflowExecutionStarted")
		.flatMap((event) => {
			const start = startOf(find(domain, event.attributes["workflowExecution"])?.events ?? []);
			if (start === undefined) return [];
			const { parentWorkflowExecution, parentInitiatedEventId } = start.attributes;
			const expected = {
				parentWorkflowExecution: { workflowId, runId },
				parentInitiatedEventId: shown(event.attributes["initiatedEventId"]),
			};
			const observed = {
				parentWorkflowExecution: shown(parentWorkflowExecution),
				parentInitiatedEventId: shown(parentInitiatedEventId),
			};
			if (sameJson(expected, observed)) return [];
			const breach = breachOf(event, `the start of the child of ${named(event)} names another parent or event`, undefined, {
				expected,
				observed,
			});
			return [alsoShownBy(start, breach)];
		}),
);
