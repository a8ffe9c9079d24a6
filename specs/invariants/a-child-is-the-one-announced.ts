import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { objectOf, shown, textOf } from "./support/json-members.ts";
import { referred } from "./support/references.ts";

/** Events about a child name the workflowId and the type that it was announced with; its version may have changed when it continued as new. */
export const aChildIsTheOneAnnounced = ofEachEvent((event, events) => {
	const announced = event.eventType.startsWith("ChildWorkflowExecution")
		? referred(events, event, "initiatedEventId", "StartChildWorkflowExecutionInitiated")
		: undefined;
	if (announced === undefined) return [];
	const compared = [
		[
			"workflowExecution.workflowId",
			textOf(objectOf(event.attributes, "workflowExecution"), "workflowId"),
			textOf(announced.attributes, "workflowId"),
		],
		[
			"workflowType.name",
			textOf(objectOf(event.attributes, "workflowType"), "name"),
			textOf(objectOf(announced.attributes, "workflowType"), "name"),
		],
	] as const;
	return compared
		.filter(([, observed, expected]) => observed !== expected)
		.map(([at, observed, expected]) =>
			breachOf(event, `${named(event)} is not about the child that ${named(announced)} announced`, at, {
				expected: shown(expected),
				observed: shown(observed),
			}),
		);
});
