import type { HistoryRelation } from "../../reports/report.ts";
import { eventAttributesMember } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { type Mismatch, mismatch } from "./match.ts";
import { type Environment, resolvePattern } from "./references.ts";
import type { EventPattern } from "./scenario.ts";

/** An event with its attributes taken out of their envelope. */
export type FlatEvent = JsonObject;

/** Takes attributes out of the member that is named after the event's type; whatever a target sends gives an object. */
export function flatten(event: Json): FlatEvent {
	if (!isJsonObject(event)) return {};
	const { eventId, eventType, eventTimestamp } = event;
	const attributes = typeof eventType === "string" ? event[eventAttributesMember(eventType)] : undefined;
	return {
		...(isJsonObject(attributes) ? attributes : {}),
		...(eventType === undefined ? {} : { eventType }),
		...(eventId === undefined ? {} : { eventId }),
		...(eventTimestamp === undefined ? {} : { eventTimestamp }),
	};
}

/** What a history was found to lack or to have too much, and how far it was as asked for. */
export interface HistoryMismatch {
	readonly mismatch: Mismatch & { readonly message: string };
	/** Positions of the events that the first patterns were found to be. */
	readonly met: readonly number[];
	/** With what those events were bound to. */
	readonly environment: Environment;
}

/** Either the events that patterns named, or what is wrong. */
export type HistoryMatch = { readonly bindings: JsonObject } | HistoryMismatch;

/** Searching gives up after so many tries: a target's history must not keep the kit busy for ever. */
const mostTries = 200_000;

interface Search {
	readonly events: readonly FlatEvent[];
	readonly environment: Environment;
	tries: number;
	/** The furthest that any assignment got, for the message: what it took, and where the nearest of the next pattern differs. */
	furthest: { readonly met: readonly number[]; readonly environment: Environment; readonly mismatch: Mismatch | undefined };
}

function bind({ uniqueSuffix, bindings }: Environment, name: string | undefined, event: FlatEvent): Environment {
	return name === undefined ? { uniqueSuffix, bindings } : { uniqueSuffix, bindings: { ...bindings, [name]: event } };
}

function eventMismatch(pattern: EventPattern, event: FlatEvent, environment: Environment, at: string): Mismatch | undefined {
	if (event["eventType"] !== pattern.type) return { at: `${at}.eventType`, expected: pattern.type, observed: event["eventType"] };
	const resolved = resolvePattern(pattern.attributes, environment);
	if ("unbound" in resolved) return { at, expected: resolved.unbound, observed: undefined };
	return mismatch(resolved.value ?? {}, event, at);
}

/** Position by position. */
function aligned(patterns: readonly EventPattern[], from: number, search: Search): HistoryMatch {
	let environment = search.environment;
	for (const [index, pattern] of patterns.entries()) {
		const event = search.events[from + index];
		const found =
			event === undefined
				? { at: `events.${from + index}`, expected: pattern.type, observed: undefined }
				: eventMismatch(pattern, event, environment, `events.${from + index}`);
		if (found !== undefined) {
			const met = patterns.slice(0, index).map((_, before) => from + before);
			return { mismatch: { ...found, message: `the history differs at event ${from + index + 1}` }, met, environment };
		}
		if (event !== undefined) environment = bind(environment, pattern.as, event);
	}
	return { bindings: environment.bindings };
}

/** Looks for an assignment of events to patterns, earlier events first; with `ordered` later patterns get later events. */
function assigned(
	patterns: readonly EventPattern[],
	index: number,
	taken: readonly number[],
	environment: Environment,
	search: Search,
	ordered: boolean,
): Environment | undefined {
	const pattern = patterns[index];
	if (pattern === undefined) return environment;
	const start = ordered ? (taken.at(-1) ?? -1) + 1 : 0;
	for (let position = start; position < search.events.length; position += 1) {
		const event = search.events[position];
		if (event === undefined || taken.includes(position)) continue;
		search.tries += 1;
		if (search.tries > mostTries) return undefined;
		const found = eventMismatch(pattern, event, environment, `events.${position}`);
		if (found !== undefined) {
			const nearer = event["eventType"] === pattern.type && search.furthest.mismatch === undefined;
			if (index === search.furthest.met.length && nearer) search.furthest = { ...search.furthest, mismatch: found };
			continue;
		}
		const met = [...taken, position];
		const bound = bind(environment, pattern.as, event);
		if (met.length > search.furthest.met.length) search.furthest = { met, environment: bound, mismatch: undefined };
		const rest = assigned(patterns, index + 1, met, bound, search, ordered);
		if (rest !== undefined) return rest;
	}
	return undefined;
}

const typesOf = (events: readonly FlatEvent[]): Json => events.map((event) => event["eventType"] ?? null);

const show = (pattern: EventPattern): Json =>
	Object.keys(pattern.attributes).length === 0 ? pattern.type : { [pattern.type]: pattern.attributes };

/**
 * Compares a history with event patterns.
 *
 * @param events flattened, ascending
 * @returns everything bound before and by the patterns, or the mismatch nearest to a match
 */
export function matchHistory(
	relation: HistoryRelation,
	patterns: readonly EventPattern[],
	events: readonly FlatEvent[],
	environment: Environment,
): HistoryMatch {
	const search: Search = { events, environment, tries: 0, furthest: { met: [], environment, mismatch: undefined } };
	switch (relation) {
		case "exactly": {
			const found = aligned(patterns, 0, search);
			if ("mismatch" in found || events.length === patterns.length) return found;
			const extra = events.slice(patterns.length);
			return {
				met: [...patterns.keys()],
				environment: { ...environment, bindings: found.bindings },
				mismatch: {
					at: `events.${patterns.length}`,
					expected: [],
					observed: typesOf(extra),
					message: "the history has more events",
				},
			};
		}
		case "startsWith":
			return aligned(patterns, 0, search);
		case "endsWith":
			return aligned(patterns, Math.max(0, events.length - patterns.length), search);
		case "inOrder":
		case "contains": {
			const found = assigned(patterns, 0, [], environment, search, relation === "inOrder");
			if (found !== undefined) return { bindings: found.bindings };
			const { met, environment: bound, mismatch: near } = search.furthest;
			const reached = { met, environment: bound };
			if (search.tries > mostTries) {
				const message = `the search was given up after ${mostTries} tries: too many events are alike`;
				return { ...reached, mismatch: { at: "events", expected: patterns.map(show), observed: typesOf(events), message } };
			}
			const missing = patterns[met.length];
			const what = missing === undefined ? "the events asked for" : missing.type;
			if (near !== undefined)
				return {
					...reached,
					mismatch: { ...near, message: `no ${what} as asked for; the nearest differs at ${near.at}` },
				};
			const where = relation === "inOrder" && met.length > 0 ? ` after ${patterns[met.length - 1]?.type}` : "";
			return {
				...reached,
				mismatch: {
					at: "events",
					expected: missing === undefined ? null : show(missing),
					observed: typesOf(events),
					message: `the history has no ${what}${where}`,
				},
			};
		}
		case "excludes":
			for (const pattern of patterns) {
				const position = events.findIndex((event) => eventMismatch(pattern, event, environment, "") === undefined);
				if (position < 0) continue;
				return {
					met: [],
					environment,
					mismatch: {
						at: `events.${position}`,
						expected: { $not: show(pattern) },
						observed: events[position],
						message: `the history has ${pattern.type}, which it must not`,
					},
				};
			}
			return { bindings: environment.bindings };
	}
}
