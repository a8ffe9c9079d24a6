import { commonFaults, eventTypes, onlyReads, operationNames, operationShape, structure } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Example, Examples, Place } from "./examples.ts";
import { memberRows, resolved, type SchemaPage } from "./schema-words.ts";
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

const features = "names of [features](#features)";

interface Reference {
	readonly page: SchemaPage;
	readonly examples: Examples;
}

const linked = (example: Example | undefined): string =>
	example === undefined || example.text.length > 160 ? "" : `[${cellCode(example.text)}](../${example.file})`;

const definition = ({ page }: Reference, name: string): JsonObject => resolved(page, { $ref: `#/$defs/${name}` });

function membersTable({ page, examples }: Reference, place: Place, object: JsonObject, but: readonly string[] = []): string {
	const rows = memberRows(page, object)
		.filter(({ name }) => !but.includes(name))
		.map(({ name, meaning, takes, required, fallback }) => {
			const words = name === "needs" ? `list of ${features}` : takes;
			return [cellCode(name), meaning, words, required ? "required" : fallback, linked(examples(place, name))];
		});
	return table(["Member", "Meaning", "Takes", "Without it", "Example"], rows);
}

const object = (schema: JsonObject, ...path: readonly string[]): JsonObject =>
	path.reduce<JsonObject>((at, name) => (isJsonObject(at[name]) ? at[name] : {}), schema);

const alternatives = (schema: JsonObject): readonly JsonObject[] =>
	Array.isArray(schema["anyOf"]) ? schema["anyOf"].filter((one): one is JsonObject => isJsonObject(one)) : [];

const stepsOf = (reference: Reference): readonly JsonObject[] =>
	alternatives(definition(reference, "step")).filter(({ title }) => title !== undefined);

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

function operationsTable({ examples }: Reference): string {
	const rows = operationNames.map((name) => {
		const { input, faults } = operationShape(name);
		const { members, required } = structure(input);
		const shown = Object.keys(members).map((member) => (required.includes(member) ? `**${member}**` : member));
		const address = `https://docs.aws.amazon.com/amazonswf/latest/apireference/API_${name}.html`;
		const within = onlyReads(name) ? "yes" : "";
		return [`[${name}](${address})`, shown.join(", "), within, faults.join(", "), linked(examples("step", name))];
	});
	return table(["Operation", "Members, **required** ones in bold", "`within`", "Faults of its own", "Example"], rows);
}

function namedTable(
	reference: Reference,
	place: "decision" | "event",
	heads: readonly [string, string],
	schema: JsonObject,
): string {
	const rows = Object.entries(object(schema, "properties"))
		.filter(([name]) => name !== "as")
		.map(([name, of]) => {
			const attributes = isJsonObject(of) ? [of, ...alternatives(of)].map((one) => resolved(reference.page, one)) : [];
			const members = [...attributes, ...attributes.flatMap(alternatives)].flatMap((one) =>
				Object.keys(object(one, "properties")),
			);
			const own = members.filter((member) => !["eventId", "eventTimestamp"].includes(member) && !member.startsWith("$"));
			return [name, own.join(", "), linked(reference.examples(place, name))];
		});
	return table([...heads, "Example"], rows);
}

const mappingOf = (reference: Reference, name: string): JsonObject =>
	alternatives(definition(reference, name)).find(({ properties }) => properties !== undefined) ?? {};

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
		membersTable(reference, "expectation", definition(reference, "expectationOfHistory"), ["clause", "level", "ignoring"]),
		"Beside it may stand",
		membersTable(reference, "expectation", definition(reference, "expectationOfHistory"), Object.keys(aboutHistories(reference))),
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

/** The members of which an expectation has exactly one. */
const aboutHistories = (reference: Reference): JsonObject => {
	const { clause: _, level: __, ignoring: ___, ...about } = object(definition(reference, "expectationOfHistory"), "properties");
	return about;
};
