import type { EventType } from "../wire/history-event.ts";
import { alsoShownBy, breachOf, named, ofRuns } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

const policies: Partial<Record<EventType, string>> = {
	WorkflowExecutionTerminated: "TERMINATE",
	WorkflowExecutionCancelRequested: "REQUEST_CANCEL",
};

/** What happens to a child with cause CHILD_POLICY_APPLIED is what the policy says that its parent closed with, or was started with. */
export const aChildPolicyMetIsTheParents = ofRuns(({ domain, events }, { find }) =>
	events.flatMap((event) => {
		const expected = policies[event.eventType];
		if (expected === undefined || event.attributes["cause"] !== "CHILD_POLICY_APPLIED") return [];
		const parent = find(domain, startOf(events)?.attributes["parentWorkflowExecution"]);
		const close = parent?.close;
		// A parent that continued as new closed without a word about its children; what its successor does to them is not known.
		if (parent === undefined || close === undefined || close.eventType === "WorkflowExecutionContinuedAsNew") return [];
		const policy = textOf(close.attributes, "childPolicy") ?? textOf(startOf(parent.events)?.attributes, "childPolicy");
		if (policy === undefined || policy === expected) return [];
		const breach = breachOf(event, `${named(event)} by a child policy, and that of the parent is ${policy}`, "cause");
		return [alsoShownBy(close, breach)];
	}),
);
