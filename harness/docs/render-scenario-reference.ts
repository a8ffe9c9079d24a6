import { commonFaults, eventTypes, operationNames } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Examples } from "./examples.ts";
import {
	alternatives,
	definition,
	linked,
	mappingOf,
	membersTable,
	namedTable,
	object,
	operationsTable,
	type Reference,
	stepsOf,
} from "./scenario-tables.ts";
import { resolved } from "./schema-words.ts";
import { cellCode, cellText, renderedPage, table } from "./tables.ts";

/** What definitions of the schema are called; the first pattern that fits counts. Empty: what may stand anywhere, and is told once. */
const callings: readonly (readonly [pattern: RegExp, words: string])[] = [
	[/^(cell|hasCaseKey|placeholder)$/, ""],
	[/^steps$/, "list of [steps](#steps)"],
	[/^decisions$/, "list of [decisions](#decisions)"],
	[/^execution$/, "an execution, `{workflowId, runId}`, or a reference to one"],
	[/^request\.(\w+)Input$/, "members of the operation"],
	[/^expect\./, "an [expectation](#expectations), or a list of them"],
	[/^reading/, "[expectation](#expectations)"],
	[/^fault/, "a [fault](#operations) by its name, or `{type, message}`"],
	[/^events/, "list of [events](#events)"],
	[/^response$/, "mapping, [below](#response)"],
	[/^(pattern|expected\..*|anyMatcher|matcher)$/, "[pattern](#patterns)"],
	[/^(sent|sentText)$/, "anything, or a [placeholder](#patterns)"],
	[/^clause$/, "[clause](clauses.md) by its id"],
	[/^name$/, "name, lower camel case"],
	[/^(text|request\.text)$/, "text"],
	[/^bound$/, "number, a reference to one, or `{ $plus: [N, N] }`"],
];

const called = (definition: string): string | undefined => callings.find(([pattern]) => pattern.test(definition))?.[1];

const same = (names: readonly string[], values: readonly Json[]): boolean =>
	names.length === values.length && names.every((name) => values.includes(name));

/** Values that have a table of their own. */
const calledValues = (values: readonly Json[]): string | undefined => {
	if (same(operationNames, values)) return "[operations](#operations)";
	return same(eventTypes, values) ? "[events](#events)" : undefined;
};

/** The steps that are words of the language; those that are named after operations have a table. */
function ownSteps(reference: Reference): readonly string[] {
	const own = stepsOf(reference).filter(({ title }) => !operationNames.some((name) => name === title));
	return own.flatMap((step) => [`### ${step["title"]}`, membersTable(reference, "step", step, ["as", "expect", "within"])]);
}

/** What may stand beside the action of a step, from an operation that takes all of it. */
function besideSteps(reference: Reference): string {
	const [step = {}] = stepsOf(reference).filter(({ title }) => title === "history");
	return membersTable(reference, "step", step, ["history", "domain"]);
}

function matchers(reference: Reference): string {
	const parts = [definition(reference, "matcher"), mappingOf(reference, "anyMatcher")];
	return membersTable(reference, "matcher", {
		properties: Object.assign({}, ...parts.map((part) => object(part, "properties"))),
	});
}

function fixtures(reference: Reference, given: JsonObject): readonly string[] {
	const kinds = Object.keys(object(given, "properties"));
	return kinds.map((kind) => {
		const members = Object.keys(object(given, "properties", kind, "additionalProperties", "properties"));
		return `Members of one of \`${kind}\`: ${members.map((member) => linkedMember(reference, member)).join(", ")}.`;
	});
}

const linkedMember = ({ examples }: Reference, member: string): string => {
	const example = examples("fixture", member);
	return example === undefined || example.text.length > 60 ? `\`${member}\`` : `\`${member}\` (${linked(example)})`;
};

function featuresTable({ page }: Reference): string {
	const rows = alternatives(object(page.schema, "properties", "needs", "items")).flatMap((one) =>
		typeof one["const"] === "string" ? [[cellCode(one["const"]), cellText(String(one["description"]))]] : [],
	);
	return table(["Feature", ""], rows);
}

const besideExpectations = ["clause", "level", "ignoring"];

/** An expectation of any operation: what all have in common, with what an answer, a fault and readings of it may be. */
function expectation(reference: Reference): JsonObject {
	const { allOf } = definition(reference, "expectation.any");
	const parts = (Array.isArray(allOf) ? allOf : []).filter((part): part is JsonObject => isJsonObject(part));
	const members = parts.flatMap((part) => Object.entries(object(resolved(reference.page, part), "properties")));
	const merged = new Map<string, JsonObject>();
	for (const [name, schema] of members) merged.set(name, { ...merged.get(name), ...(isJsonObject(schema) ? schema : {}) });
	return { properties: Object.fromEntries(merged) };
}

/** The members of which an expectation has exactly one. */
const about = (reference: Reference): readonly string[] =>
	Object.keys(object(expectation(reference), "properties")).filter((name) => !besideExpectations.includes(name));

/** `docs/scenario-reference.md`: every member of the language, from `specs/scenario.schema.json`, with examples from the suites. */
export function renderScenarioReference(schema: JsonObject, examples: Examples): string {
	const reference: Reference = { page: { schema, called, calledValues }, examples };
	const given = object(schema, "properties", "given");
	const send = stepsOf(reference).find(({ title }) => title === "send") ?? {};
	const sign = alternatives(object(send, "properties", "sign")).find(({ properties }) => properties !== undefined) ?? {};
	const [, made = {}] = alternatives(object(schema, "properties", "cases"));
	return renderedPage("`specs/scenario.schema.json` and `suites/`", [
		"# Scenario reference",
		"Every member that a scenario may have. [Write a scenario](write-a-scenario.md) begins at an empty file; [Scenarios](../suites/README.md) says how all of this is " +
			"interpreted, and with what a member is filled that is left out. An example is the shortest of the suites, and leads to its file.",
		"Two things may stand for any value, and are not repeated below: a reference, `$name` or `$name.member`, and `$case.NAME`, which also may stand for a key.",
		"## The file",
		membersTable(reference, "file", schema),
		"## Fixtures",
		membersTable(reference, "given", given),
		...fixtures(reference, given),
		"## Cases",
		"A table is `ROW: { NAME: value }`. A family is made from the contract:",
		membersTable(reference, "cases", made),
		"## Steps",
		"A step has one action: an [operation](#operations), or one of those below. Beside it may stand, where it is not `elapse` or `together`",
		besideSteps(reference),
		...ownSteps(reference),
		"#### sign",
		membersTable(reference, "sign", sign),
		"## Operations",
		`The action is the operation's name with its members. Any of them can also be refused with ${commonFaults.join(", ")}.`,
		operationsTable(reference),
		"## Decisions",
		namedTable(reference, "decision", ["Decision", "Attributes"], mappingOf(reference, "decision")),
		"## Expectations",
		"Exactly one of these; those from `exactly` to `events` are about histories.",
		membersTable(reference, "expectation", expectation(reference), besideExpectations),
		"Beside it may stand",
		membersTable(reference, "expectation", expectation(reference), about(reference)),
		"### Response",
		membersTable(reference, "response", definition(reference, "response")),
		"## Events",
		"A type, or a type with a pattern for its attributes, `eventId` and `eventTimestamp`; `as` beside it names the event that matched.",
		namedTable(reference, "event", ["Event", "Attributes"], mappingOf(reference, "event")),
		"## Patterns",
		"A value matches itself, a mapping what has its members, a list what has its items. What stands alone in a mapping and begins with `$` is a matcher; " +
			"`$absent` and `$repeat` are also placeholders, for what is sent.",
		matchers(reference),
		"## Features",
		featuresTable(reference),
	]);
}
