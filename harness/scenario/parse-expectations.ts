import type { HistoryRelation, Level } from "../../reports/report.ts";
import type { Clause } from "../../specs/clause.ts";
import {
	commonFaults,
	eventAttributesMember,
	eventTypes,
	type OperationName,
	operationShape,
	type ShapeName,
	structure,
} from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { checkMatchers, checkPattern, checkPatternMembers } from "./check-members.ts";
import { entryOf, type Located, toJson } from "./located.ts";
import { didYouMean } from "./problem.ts";
import type { Reader } from "./reader.ts";
import type { EventPattern, Expectation, Rule } from "./scenario.ts";
import type { Scope } from "./scope.ts";

/** What the expectations of one step are read with. */
export interface ExpectationContext {
	readonly reader: Reader;
	readonly scope: Scope;
	readonly clauses: ReadonlyMap<string, Clause>;
	/** The scenario's first clause and its level. */
	readonly clause: string;
	readonly level: Level;
	/** Whose answer is judged; absent where a step has none. */
	readonly operation: OperationName | undefined;
	/** Whether the answer holds a history. */
	readonly hasHistory: boolean;
}

const levels = ["MUST", "SHOULD", "MAY"] as const;
const relations: readonly HistoryRelation[] = ["exactly", "inOrder", "startsWith", "endsWith", "contains", "excludes"];
const ruleKeys = ["answer", "fault", "response", ...relations, "events", "readings"];

const faultNames = (operation: OperationName | undefined): readonly string[] => [
	...(operation === undefined ? [] : operationShape(operation).faults),
	...commonFaults,
];

export function parseExpectations(node: Located | undefined, context: ExpectationContext): readonly Expectation[] {
	if (node === undefined) return [];
	const items = node.kind === "list" ? node.items : [node];
	return items.flatMap((item) => {
		const found = parseExpectation(item, context);
		return found === undefined ? [] : [found];
	});
}

/** What is meant where no fault is spoken of: the call is answered. */
export const impliedAnswer = (node: Located, { clause, level }: ExpectationContext): Expectation => ({
	at: node.at,
	clause,
	level,
	ignoring: [],
	rule: { kind: "answer", pattern: {} },
	implied: true,
});

function parseExpectation(node: Located, context: ExpectationContext): Expectation | undefined {
	const { reader, clauses } = context;
	reader.onlyKeys(node, [...ruleKeys, "clause", "level", "ignoring"], "an expectation");
	const rule = parseRule(node, context, true);
	const clauseNode = entryOf(node, "clause")?.value;
	const own = clauseNode === undefined ? undefined : knownClause(clauseNode, reader, clauses);
	const levelNode = entryOf(node, "level")?.value;
	const level = levelNode === undefined ? undefined : reader.oneOf(levelNode, levels, "level");
	if (rule === undefined) return undefined;
	return {
		at: node.at,
		clause: own?.id ?? context.clause,
		level: level ?? own?.level ?? context.level,
		ignoring: parseIgnoring(node, reader),
		rule,
		implied: false,
	};
}

export function knownClause(node: Located, reader: Reader, clauses: ReadonlyMap<string, Clause>): Clause | undefined {
	const id = reader.text(node, "a clause");
	if (id === undefined) return undefined;
	const found = clauses.get(id);
	if (found === undefined)
		reader.refuse(node.at, `there is no clause ${id} in specs/clauses.${didYouMean(id, [...clauses.keys()])}`);
	return found;
}

function parseIgnoring(node: Located, reader: Reader): readonly string[] {
	const ignoring = entryOf(node, "ignoring")?.value;
	if (ignoring === undefined) return [];
	return reader.items(ignoring, "ignoring").flatMap((item) => reader.oneOf(item, eventTypes, "an event type") ?? []);
}

function parseRule(node: Located, context: ExpectationContext, mayName: boolean): Rule | undefined {
	const { reader } = context;
	const rules = reader.entries(node, "an expectation").filter(({ key }) => ruleKeys.includes(key));
	const [rule, second] = rules;
	if (rule === undefined) {
		reader.refuse(node.at, `an expectation has one of ${ruleKeys.join(", ")}`);
		return undefined;
	}
	if (second !== undefined) {
		reader.refuse(
			second.keyAt,
			`an expectation has one of ${ruleKeys.join(", ")}, not both ${rule.key} and ${second.key}; make a list of two`,
		);
	}
	const { key, keyAt, value } = rule;
	if (key === "answer") return parseAnswer(value, context);
	if (key === "fault") return parseFault(value, context);
	if (key === "response") return parseResponse(value, context);
	if (key === "readings") {
		if (!mayName) reader.refuse(keyAt, "readings do not nest");
		return parseReadings(value, context);
	}
	if (!context.hasHistory) {
		reader.refuse(
			keyAt,
			`${key} is about a history; it belongs to history, decisionTask, GetWorkflowExecutionHistory or PollForDecisionTask`,
		);
	}
	context.scope.use(key === "events" ? value : { kind: "list", at: value.at, items: [] });
	if (key === "events") {
		checkMatchers(reader, value);
		return { kind: "events", pattern: toJson(value) };
	}
	const relation = relations.find((known) => known === key);
	if (relation === undefined) return undefined;
	const naming = mayName && relation !== "excludes";
	return { kind: relation, events: reader.items(value, key).flatMap((item) => parseEvent(item, context, naming) ?? []) };
}

function parseAnswer(node: Located, { reader, scope, operation }: ExpectationContext): Rule {
	scope.use(node);
	const output = operation === undefined ? undefined : operationShape(operation).output;
	if (output !== undefined) checkPattern(reader, node, output, `the answer of ${operation}`);
	else if (node.kind !== "map" || node.entries.length > 0)
		reader.refuse(node.at, `${operation ?? "the step"} has an empty answer; write answer: {}`);
	return { kind: "answer", pattern: toJson(node) };
}

function parseFault(node: Located, { reader, scope, operation }: ExpectationContext): Rule {
	scope.use(node);
	const type = node.kind === "map" && entryOf(node, "type") !== undefined ? entryOf(node, "type")?.value : node;
	if (type !== node) reader.onlyKeys(node, ["type", "message"], "a fault");
	if (type !== undefined) checkFaultNames(type, reader, faultNames(operation));
	const message = type === node ? undefined : entryOf(node, "message")?.value;
	if (message !== undefined) checkMatchers(reader, message);
	return {
		kind: "fault",
		type: type === undefined ? null : toJson(type),
		...(message === undefined ? {} : { message: toJson(message) }),
	};
}

function parseResponse(node: Located, { reader, scope }: ExpectationContext): Rule {
	reader.onlyKeys(node, ["status", "headers", "body", "json"], "a response");
	scope.use(node);
	const part = (key: string) => entryOf(node, key)?.value;
	for (const key of ["status", "body", "json"]) checkMatchers(reader, part(key) ?? nothing);
	const headers = part("headers");
	const named = headers === undefined ? [] : reader.entries(headers, "headers");
	for (const { value } of named) checkMatchers(reader, value);
	const pattern = (key: "status" | "body" | "json") => {
		const value = part(key);
		return value === undefined ? {} : { [key]: toJson(value) };
	};
	return {
		kind: "response",
		...pattern("status"),
		...(headers === undefined
			? {}
			: { headers: Object.fromEntries(named.map(({ key, value }) => [key.toLowerCase(), toJson(value)])) }),
		...pattern("body"),
		...pattern("json"),
	};
}

const nothing: Located = { kind: "list", at: { line: 1, column: 1 }, items: [] };

function checkFaultNames(node: Located, reader: Reader, names: readonly string[]): void {
	if (node.kind === "list") for (const item of node.items) checkFaultNames(item, reader, names);
	if (node.kind === "map") for (const { value } of node.entries) checkFaultNames(value, reader, names);
	if (node.kind === "scalar" && !(typeof node.value === "boolean")) reader.oneOf(node, names, "a fault of this operation");
}

function parseReadings(node: Located, context: ExpectationContext): Rule {
	const { reader } = context;
	const readings = reader.entries(node, "readings").flatMap(({ key, value }) => {
		reader.onlyKeys(value, [...ruleKeys, "ignoring"], `the reading ${key}`);
		const rule = parseRule(value, context, false);
		return rule === undefined ? [] : [{ name: key, rule, ignoring: parseIgnoring(value, reader) }];
	});
	if (readings.length < 2) reader.refuse(node.at, "readings are at least two: what might be seen, each under a name");
	return { kind: "readings", readings };
}

const eventMembers = { eventId: "EventId", eventTimestamp: "Timestamp" } as const satisfies Record<string, ShapeName>;

function membersOf(type: string): Readonly<Record<string, ShapeName>> {
	const attributes = structure("HistoryEvent").members[eventAttributesMember(type)];
	return { ...(attributes === undefined ? {} : structure(attributes).members), ...eventMembers };
}

function parseEvent(node: Located, context: ExpectationContext, mayName: boolean): EventPattern | undefined {
	const { reader, scope } = context;
	if (node.kind === "scalar") {
		const type = reader.oneOf(node, eventTypes, "an event");
		return type === undefined ? undefined : { type, attributes: {} };
	}
	const [first, ...others] = reader.entries(node, "an event").filter(({ key }) => key !== "as");
	if (first === undefined || others.length > 0) {
		reader.refuse(node.at, "an event is one type with its attributes, TimerFired: { timerId: t }, and as where it needs a name");
		return undefined;
	}
	const type = reader.oneOf({ kind: "scalar", at: first.keyAt, value: first.key }, eventTypes, "an event");
	if (type === undefined) return undefined;
	const members = membersOf(type);
	const attributes =
		first.value.kind === "scalar" && first.value.value === null
			? { ...first.value, kind: "map" as const, entries: [] }
			: first.value;
	scope.use(attributes);
	checkPatternMembers(reader, attributes, members, type);
	const as = entryOf(node, "as")?.value;
	const name = as === undefined ? undefined : reader.text(as, "as");
	if (as !== undefined && name !== undefined) {
		if (mayName) scope.bind(name, as.at, { kind: "members", what: type, members: { ...members, eventType: "EventType" } });
		else reader.refuse(as.at, "an event that must not be there, or that only one reading has, cannot be named");
	}
	return {
		type,
		attributes: toJson(attributes) as { readonly [member: string]: Json },
		...(name === undefined ? {} : { as: name }),
	};
}
