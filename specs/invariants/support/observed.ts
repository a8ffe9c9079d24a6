import type { EventType } from "../../wire/history-event.ts";
import type { Json, JsonObject } from "../../wire/json.ts";

/** An event as a target told it, as far as it can be read. */
export interface RecordedEvent {
	readonly eventId: number;
	readonly eventType: EventType;
	/** Epoch seconds. */
	readonly eventTimestamp: number;
	readonly attributes: JsonObject;
	/** Position of the exchange that it was seen in first. */
	readonly exchange: number;
}

/** Where and when something was seen; times are on one scale, which is the caller's. */
export interface Origin {
	/** Positions of exchanges. */
	readonly exchanges: readonly number[];
	readonly began: number;
	readonly ended: number;
}

/** What a target told of one event, whatever it is, and the position of the exchange that told it. */
export interface Told {
	readonly event: Json;
	readonly exchange: number;
}

/** One reading of a history: all pages of GetWorkflowExecutionHistory, or of the history that came with a decision task. */
export interface Reading {
	readonly origin: Origin;
	/** In ascending order, whichever way it was read. */
	readonly told: readonly Told[];
	/** Whether it was asked for from the first event on, and no page before its first event is missing. */
	readonly fromStart: boolean;
	/** Whether no page after its last event is missing. */
	readonly toEnd: boolean;
	/** What the poll said beside the events, where it came with a decision task. */
	readonly decisionTask?: JsonObject;
}

/** An answer that describes the run: of DescribeWorkflowExecution, or with `executionInfo` only, an item of a list. */
export interface Description {
	readonly origin: Origin;
	readonly executionInfo: JsonObject;
	/** The whole answer; absent for an item of a list. */
	readonly detail?: JsonObject;
}

/** An activity task that a poll brought. */
export interface HandedOutTask {
	readonly origin: Origin;
	readonly task: JsonObject;
}

/** Everything seen of one run. */
export interface Run {
	readonly domain: string;
	/** Empty where nothing named it. */
	readonly workflowId: string;
	readonly runId: string;
	readonly readings: readonly Reading[];
	/** What all readings together tell, from event 1 as far as it is legible and without a gap. */
	readonly events: readonly RecordedEvent[];
	/** The first of them that closes the execution. */
	readonly close?: RecordedEvent;
	readonly descriptions: readonly Description[];
	readonly activityTasks: readonly HandedOutTask[];
	/** The request of StartWorkflowExecution that started it, if one was seen. */
	readonly started?: { readonly origin: Origin; readonly request: JsonObject };
}

/** Everything seen, run by run. */
export interface Observed {
	readonly runs: readonly Run[];
	/** The run that a `{workflowId, runId}` of this domain names, if anything was seen of it. */
	readonly find: (domain: string, execution: Json | undefined) => Run | undefined;
}
