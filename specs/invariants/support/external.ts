import type { EventType } from "../../wire/history-event.ts";
import { alsoShownBy, type Breach, breachOf, named } from "./invariant.ts";
import { sameJson, shown } from "./json-members.ts";
import type { Observed, Run } from "./observed.ts";

/** What one execution sends another: the events that tell of it in the history of each. */
export interface ExternalKind {
	readonly initiated: EventType;
	readonly confirmed: EventType;
	readonly received: EventType;
	/** Members that arrive as they were sent. */
	readonly carried: readonly string[];
}

export const signals: ExternalKind = {
	initiated: "SignalExternalWorkflowExecutionInitiated",
	confirmed: "ExternalWorkflowExecutionSignaled",
	received: "WorkflowExecutionSignaled",
	carried: ["signalName", "input"],
};

export const cancelRequests: ExternalKind = {
	initiated: "RequestCancelExternalWorkflowExecutionInitiated",
	confirmed: "ExternalWorkflowExecutionCancelRequested",
	received: "WorkflowExecutionCancelRequested",
	carried: [],
};

/** Events received in this run whose sender is known and did not send them so. */
export function neverSent({ domain, workflowId, events }: Run, { find }: Observed, kind: ExternalKind): readonly Breach[] {
	return events.flatMap((event) => {
		const { externalWorkflowExecution, externalInitiatedEventId: id } = event.attributes;
		if (event.eventType !== kind.received || typeof id !== "number" || id === 0) return [];
		const sent = find(domain, externalWorkflowExecution)?.events[id - 1];
		// An event beyond what is known of the sender may be there all the same.
		if (sent === undefined) return [];
		if (sent.eventType !== kind.initiated || sent.attributes["workflowId"] !== workflowId)
			return [
				alsoShownBy(
					sent,
					breachOf(
						event,
						`${named(event)} names ${named(sent)} of its sender, which sent nothing of the kind here`,
						"externalInitiatedEventId",
					),
				),
			];
		return kind.carried
			.filter((member) => !sameJson(sent.attributes[member], event.attributes[member]))
			.map((member) => {
				const difference = { expected: shown(sent.attributes[member]), observed: shown(event.attributes[member]) };
				return alsoShownBy(sent, breachOf(event, `${named(event)} has another ${member} than was sent`, member, difference));
			});
	});
}

/** Events confirmed in this run whose target is known to its end, was read later, and has not received them. */
export function neverReceived(run: Run, { find }: Observed, kind: ExternalKind): readonly Breach[] {
	const received = new Map<Run, ReadonlySet<unknown>>();
	return run.events.flatMap((event) => {
		const target = event.eventType === kind.confirmed ? find(run.domain, event.attributes["workflowExecution"]) : undefined;
		if (target === undefined || !isKnownAfter(target, event.exchange)) return [];
		const ids = received.get(target) ?? receivedFrom(run, target, kind);
		received.set(target, ids);
		if (ids.has(event.attributes["initiatedEventId"])) return [];
		return [breachOf(event, `${named(event)}, and the history of the target has no ${kind.received} of it`)];
	});
}

/** The events of a sender whose sendings a target has received. */
const receivedFrom = ({ workflowId, runId }: Run, { events }: Run, kind: ExternalKind): ReadonlySet<unknown> =>
	new Set(
		events
			.filter(
				({ eventType, attributes }) =>
					eventType === kind.received && sameJson(attributes["externalWorkflowExecution"], { workflowId, runId }),
			)
			.map(({ attributes }) => attributes["externalInitiatedEventId"]),
	);

/** Whether the history of a run was read to its end after an exchange, and all of it is legible. */
const isKnownAfter = ({ readings, events }: Run, exchange: number): boolean =>
	readings.some(
		({ origin, fromStart, toEnd, decisionTask, told }) =>
			fromStart &&
			toEnd &&
			decisionTask === undefined &&
			told.length <= events.length &&
			origin.exchanges.every((position) => position > exchange),
	);
