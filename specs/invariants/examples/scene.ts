import type { EventType } from "../../wire/history-event.ts";
import type { Json, JsonObject } from "../../wire/json.ts";
import type { Sightings } from "../support/assemble-runs.ts";
import type { Description, HandedOutTask, Origin, Reading } from "../support/observed.ts";

/** An event: its type, its attributes, and its time in seconds after the first; without one it has the time of the event before. */
export type Line = readonly [type: EventType, attributes: JsonObject, seconds?: number];

/** Everything that a target is made to have told. */
export type Scene = readonly Sightings[];

/** What an invariant must let pass, what it must find, and where. */
export interface Example {
	readonly valid: Scene;
	readonly broken: Scene;
	readonly at: string;
}

export const epoch = 1_500_000_000;

/** Events as they come over the wire, numbered from 1. */
export function events(lines: readonly Line[]): readonly JsonObject[] {
	let time = 0;
	return lines.map(([eventType, attributes, seconds], index) => {
		time = seconds ?? time;
		const member = `${eventType.charAt(0).toLowerCase()}${eventType.slice(1)}EventAttributes`;
		return { eventId: index + 1, eventType, eventTimestamp: epoch + time, [member]: attributes };
	});
}

/** The moment of an exchange, which is also its position. */
export const at = (position: number): Origin => ({ exchanges: [position], began: position, ended: position + 0.5 });

/** A whole reading. */
export const reading = (told: readonly Json[], position = 0, more: Partial<Reading> = {}): Reading => ({
	origin: at(position),
	told: told.map((event) => ({ event, exchange: position })),
	fromStart: true,
	toEnd: true,
	...more,
});

/** A run of which one whole history was read, and whatever else is named. */
export const run = (lines: readonly Line[], more: Partial<Sightings> = {}): Sightings => ({
	domain: "d",
	workflowId: "w",
	runId: "r",
	readings: [reading(events(lines))],
	descriptions: [],
	activityTasks: [],
	...more,
});

/** One run and nothing else. */
export const only = (...lines: readonly Line[]): Scene => [run(lines)];

/** The same line, at another time. */
export const later = ([type, attributes]: Line, seconds: number): Line => [type, attributes, seconds];

/** The same lines, with others at these event ids. */
export const but = (lines: readonly Line[], others: Readonly<Record<number, Line>>): readonly Line[] =>
	lines.map((line, index) => others[index + 1] ?? line);

/** The same lines, where one of them has other attributes as well. */
export const withAttributes = (lines: readonly Line[], eventId: number, attributes: JsonObject): readonly Line[] =>
	lines.map((line, index) => (index + 1 === eventId ? withMore(line, attributes) : line));

const withMore = ([type, attributes, seconds]: Line, more: JsonObject): Line =>
	seconds === undefined ? [type, { ...attributes, ...more }] : [type, { ...attributes, ...more }, seconds];

export const described = (executionInfo: JsonObject, position = 5, more: JsonObject = {}): Description => ({
	origin: at(position),
	executionInfo,
	detail: { executionInfo, ...more },
});

export const task = (members: JsonObject, position: number): HandedOutTask => ({ origin: at(position), task: members });
