import { isJsonObject, type Json } from "../../wire/json.ts";
import type { Observed, Reading, RecordedEvent, Run, Told } from "./observed.ts";
import { eventIdOf, readEvent } from "./read-event.ts";
import { closeOf } from "./start-of.ts";

/** Everything seen of one run, its events not yet put together. */
export type Sightings = Omit<Run, "events" | "close">;

const keyOf = (domain: string, workflowId: string, runId: string): string => JSON.stringify([domain, workflowId, runId]);

/** Puts together what was seen, each run once. */
export function assembleRuns(sightings: readonly Sightings[]): Observed {
	const runs = new Map<string, Run>();
	for (const seen of sightings) {
		const events = eventsOf(seen.readings);
		const close = closeOf(events);
		const key = keyOf(seen.domain, seen.workflowId, seen.runId);
		runs.set(key, { ...seen, events, ...(close === undefined ? {} : { close }) });
	}
	return {
		runs: [...runs.values()],
		find: (domain: string, execution: Json | undefined) => {
			if (!isJsonObject(execution)) return undefined;
			const { workflowId, runId } = execution;
			return typeof workflowId === "string" && typeof runId === "string" ? runs.get(keyOf(domain, workflowId, runId)) : undefined;
		},
	};
}

/** A history has 25,000 events; what a target tells beyond is not judged event by event. */
const mostEvents = 25_001;

/** Whatever reading told an event first tells it; that others tell the same is a law of its own. */
function eventsOf(readings: readonly Reading[]): readonly RecordedEvent[] {
	const first = new Map<number, Told>();
	for (const { told } of readings) {
		for (const each of told) {
			const id = eventIdOf(each.event);
			if (id !== undefined && !first.has(id)) first.set(id, each);
		}
	}
	const events: RecordedEvent[] = [];
	for (let told = first.get(1); told !== undefined && events.length < mostEvents; told = first.get(events.length + 1)) {
		const event = readEvent(told);
		if (event === undefined) break;
		events.push(event);
	}
	return events;
}
