import type { HistoryExpectation } from "../../reports/report.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { excerpt, isTooDeep } from "../clients/read-outcome.ts";
import type { Exchange, Outcome, RecordedResponse } from "../evidence.ts";
import { expectedHistory } from "./expected-history.ts";
import { type Mismatch, mismatch } from "./match.ts";
import { type FlatEvent, flatten, matchHistory } from "./match-history.ts";
import { type Environment, referencesIn, resolvePattern } from "./references.ts";
import type { EventPattern, Rule } from "./scenario.ts";

/** What a step's expectations are about. */
export interface Seen {
	readonly outcome: Outcome;
	/** Flattened and ascending, where the answer is a history. */
	readonly events?: readonly FlatEvent[];
	/** The response as it came, where one did. */
	readonly response?: RecordedResponse;
}

export interface Difference {
	readonly message: string;
	readonly at?: string;
	readonly expected: Json;
	readonly observed: Json;
	/** All that was asked, where it is a history. */
	readonly history?: HistoryExpectation;
}

/** Whether a rule holds of what was seen; `unbound` where it refers to what no earlier step could bind. */
export type Evaluation =
	| { readonly holds: true; readonly bindings: JsonObject; readonly reading?: string }
	| { readonly holds: false; readonly difference: Difference }
	| { readonly unbound: string };

/** Evaluates one rule. Pure: it runs while a case is played, to know what to wait for, and again when evidence is judged. */
export function evaluate(rule: Rule, ignoring: readonly string[], seen: Seen, environment: Environment): Evaluation {
	switch (rule.kind) {
		case "answer": {
			const { outcome } = seen;
			if (outcome.kind !== "answer")
				return no({
					message: `expected an answer, got ${tell(outcome)}`,
					expected: { answer: rule.pattern },
					observed: show(outcome),
				});
			return compare(rule.pattern, outcome.output, environment, "the answer differs");
		}
		case "fault": {
			const { outcome } = seen;
			const expected = rule.message === undefined ? { fault: rule.type } : { fault: rule.type, message: rule.message };
			if (outcome.kind !== "fault")
				return no({
					message: `expected the fault ${tellType(rule.type)}, got ${tell(outcome)}`,
					expected,
					observed: show(outcome),
				});
			const type = compare(
				rule.type,
				outcome.type,
				environment,
				`expected the fault ${tellType(rule.type)}, got ${outcome.type}`,
			);
			if (!("holds" in type) || !type.holds)
				return "holds" in type ? no({ message: type.difference.message, expected, observed: show(outcome) }) : type;
			return rule.message === undefined
				? type
				: compare(rule.message, outcome.message, environment, `the message of ${outcome.type} differs`);
		}
		case "response":
			return evaluateResponse(rule, seen, environment);
		case "readings": {
			for (const { name, rule: reading, ignoring: without } of rule.readings) {
				const found = evaluate(reading, without, seen, environment);
				if ("holds" in found && found.holds) return { ...found, reading: name };
			}
			return no({
				message: "none of the readings was seen",
				expected: rule.readings.map(({ name }) => name),
				observed: show(seen.outcome),
			});
		}
		case "events": {
			const events = eventsOf(seen, ignoring);
			return events === undefined ? noHistory(seen) : compare(rule.pattern, events, environment, "the events differ");
		}
		default: {
			const events = eventsOf(seen, ignoring);
			if (events === undefined) return noHistory(seen);
			const unbound = unboundIn(rule.events, environment);
			if (unbound !== undefined) return { unbound };
			const found = matchHistory(rule.kind, rule.events, events, environment);
			if ("bindings" in found) return { holds: true, bindings: found.bindings };
			const history = expectedHistory(rule, ignoring, found.met, found.environment);
			return no({ ...differenceOf(found.mismatch, found.mismatch.message), history });
		}
	}
}

function evaluateResponse(rule: Extract<Rule, { kind: "response" }>, seen: Seen, environment: Environment): Evaluation {
	const { kind: _, ...expected } = rule;
	const { response } = seen;
	if (response === undefined)
		return no({ message: `expected a response, got ${tell(seen.outcome)}`, expected, observed: show(seen.outcome) });
	const { status, headers, body } = response;
	const json = "json" in rule ? readJson(body) : undefined;
	if (json !== undefined && "problem" in json)
		return no({ message: `the body is ${json.problem}`, expected, observed: excerpt(body) });
	// Only what the rule names is held against it, so that a finding shows no more than that.
	const found = { status, headers: { ...headers }, body, ...(json === undefined ? {} : { json: json.value }) };
	return compare(expected, found, environment, "the response differs");
}

/** A body read as JSON; an empty one is an empty object, as the protocol has it. */
function readJson(body: string): { readonly value: Json } | { readonly problem: string } {
	try {
		const value: Json = body === "" ? {} : JSON.parse(body);
		return isTooDeep(value) ? { problem: "nested too deep" } : { value };
	} catch {
		return { problem: "no JSON" };
	}
}

/** The first name that neither an earlier step nor an earlier event of the list bound: such a list cannot be judged, least of all by finding nothing. */
function unboundIn(patterns: readonly EventPattern[], { bindings }: Environment): string | undefined {
	const named = new Set(patterns.flatMap(({ as }) => as ?? []));
	return patterns
		.flatMap(({ attributes }) => referencesIn(attributes))
		.map(({ name }) => name)
		.find((name) => name !== "unique" && !named.has(name) && !Object.hasOwn(bindings, name));
}

const no = (difference: Difference): Evaluation => ({ holds: false, difference });

const noHistory = ({ outcome }: Seen): Evaluation =>
	no({ message: `expected a history, got ${tell(outcome)}`, expected: "a history", observed: show(outcome) });

const eventsOf = ({ events }: Seen, ignoring: readonly string[]): readonly FlatEvent[] | undefined =>
	events?.filter(({ eventType }) => typeof eventType !== "string" || !ignoring.includes(eventType));

/** What a mismatch says where nothing was found. */
const nothing = "(absent)";

const differenceOf = ({ at, expected, observed }: Mismatch, message: string): Difference => ({
	message,
	...(at === "" ? {} : { at }),
	expected,
	observed: observed ?? (observed === null ? null : nothing),
});

function compare(pattern: Json, value: Json | undefined, environment: Environment, message: string): Evaluation {
	const resolved = resolvePattern(pattern, environment);
	if ("unbound" in resolved) return resolved;
	const found = mismatch(resolved.value ?? null, value);
	if (found === undefined) return { holds: true, bindings: environment.bindings };
	return no(differenceOf(found, found.at === "" ? message : `${message} at ${found.at}`));
}

const tellType = (type: Json) => (typeof type === "string" ? type : JSON.stringify(type));

const tell = (outcome: Outcome): string => {
	switch (outcome.kind) {
		case "answer":
			return "an answer";
		case "fault":
			return `the fault ${outcome.type}`;
		default:
			return outcome.problem;
	}
};

const show = (outcome: Outcome): Json => {
	switch (outcome.kind) {
		case "answer":
			return { answer: outcome.output };
		case "fault":
			return { fault: outcome.type, ...(outcome.message === undefined ? {} : { message: outcome.message }) };
		default:
			return outcome.problem;
	}
};

/** The events of an answer that has any, flattened; in ascending order, whatever order was asked for. */
export function eventsIn(outputs: readonly JsonObject[]): readonly FlatEvent[] {
	const events = outputs.flatMap(({ events: page }) => (Array.isArray(page) ? (page as readonly Json[]).map(flatten) : []));
	const first = events[0]?.["eventId"];
	const last = events.at(-1)?.["eventId"];
	return typeof first === "number" && typeof last === "number" && first > last ? [...events].reverse() : events;
}

/** What a step saw: its last answer, and its history where it has one. */
export function seenBy(exchanges: readonly Pick<Exchange, "outcome" | "response">[], hasHistory: boolean): Seen | undefined {
	const last = exchanges.at(-1);
	if (last === undefined) return undefined;
	const { outcome, response } = last;
	const seen = { outcome, ...(response === undefined ? {} : { response }) };
	if (!hasHistory || outcome.kind !== "answer") return seen;
	const pages = exchanges.map((exchange) => exchange.outcome);
	return {
		...seen,
		events: eventsIn(pages.flatMap((page) => (page.kind === "answer" && isJsonObject(page.output) ? [page.output] : []))),
	};
}
