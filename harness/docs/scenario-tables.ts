import { onlyReads, operationNames, operationShape, structure } from "../../specs/wire/contract.ts";
import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import type { Example, Examples, Place } from "./examples.ts";
import { memberRows, resolved, type SchemaPage } from "./schema-words.ts";
import { cellCode, table } from "./tables.ts";

/** What tables are made from: the schema, and examples by place and key. */
export interface Reference {
	readonly page: SchemaPage;
	readonly examples: Examples;
}

/** An example that leads to its file; empty where it is too long for a table. */
export const linked = (example: Example | undefined): string =>
	example === undefined || example.text.length > 160 ? "" : `[${cellCode(example.text)}](../${example.file})`;

/** A definition of the schema, by its name. */
export const definition = ({ page }: Reference, name: string): JsonObject => resolved(page, { $ref: `#/$defs/${name}` });

/** The members of an object of the schema, but for some. */
export function membersTable(
	{ page, examples }: Reference,
	place: Place,
	schema: JsonObject,
	but: readonly string[] = [],
): string {
	const rows = memberRows(page, schema)
		.filter(({ name }) => !but.includes(name))
		.map(({ name, meaning, takes, required, fallback }) => {
			const words = name === "needs" ? "list of names of [features](#features)" : takes;
			return [cellCode(name), meaning, words, required ? "required" : fallback, linked(examples(place, name))];
		});
	return table(["Member", "Meaning", "Takes", "Without it", "Example"], rows);
}

/** What stands at a path in a schema, empty where nothing does. */
export const object = (schema: JsonObject, ...path: readonly string[]): JsonObject =>
	path.reduce<JsonObject>((at, name) => (isJsonObject(at[name]) ? at[name] : {}), schema);

/** The schemas of which one fits. */
export const alternatives = (schema: JsonObject): readonly JsonObject[] =>
	Array.isArray(schema["anyOf"]) ? schema["anyOf"].filter((one): one is JsonObject => isJsonObject(one)) : [];

/** The forms that a step can have. */
export const stepsOf = (reference: Reference): readonly JsonObject[] =>
	alternatives(definition(reference, "step")).filter(({ title }) => title !== undefined);

/** All operations: what they take, and what they refuse with. */
export function operationsTable({ examples }: Reference): string {
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

/** Decisions or events, each with its attributes. */
export function namedTable(
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

/** That form of a definition which is a mapping. */
export const mappingOf = (reference: Reference, name: string): JsonObject =>
	alternatives(definition(reference, name)).find(({ properties }) => properties !== undefined) ?? {};
