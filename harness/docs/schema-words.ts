import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { cellCode, cellText } from "./tables.ts";

/** A JSON Schema, and what some of its definitions are called on the page. */
export interface SchemaPage {
	readonly schema: JsonObject;
	/** Words for a definition, in Markdown; `undefined` to tell what it says, empty to say nothing of it. */
	called(definition: string): string | undefined;
	/** Words for a list of values that is told elsewhere; `undefined` to tell the values. */
	calledValues(values: readonly Json[]): string | undefined;
}

const member = (value: JsonObject, name: string): JsonObject => (isJsonObject(value[name]) ? value[name] : {});
const list = (value: JsonObject, name: string): readonly JsonObject[] =>
	Array.isArray(value[name]) ? value[name].filter((item: Json): item is JsonObject => isJsonObject(item)) : [];

const nameOf = (schema: JsonObject): string | undefined =>
	typeof schema["$ref"] === "string" ? schema["$ref"].replace("#/$defs/", "") : undefined;

/** What a schema refers to, with what it says itself above it. */
export function resolved(page: SchemaPage, schema: JsonObject): JsonObject {
	const name = nameOf(schema);
	return name === undefined ? schema : { ...resolved(page, member(member(page.schema, "$defs"), name)), ...schema };
}

const typeNames: Readonly<Record<string, string>> = {
	string: "text",
	integer: "whole number",
	number: "number",
	boolean: "`true` or `false`",
	array: "list",
	object: "mapping",
	null: "nothing",
};

/** A text beside other types is a reference or stands for a value of the table of cases: the page says once where these may stand. */
const typesOf = (schema: JsonObject): readonly string[] => {
	const types = [schema["type"] ?? []].flat().map(String);
	return types.length > 1 && "pattern" in schema ? types.filter((type) => type !== "string") : types;
};

const bounds = (schema: JsonObject): string => {
	const { minimum, maximum, exclusiveMinimum } = schema;
	if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`;
	const said = [
		...(minimum === undefined ? [] : [`${minimum} or more`]),
		...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`]),
		...(maximum === undefined ? [] : [`${maximum} or less`]),
	];
	return said.map((text) => `, ${text}`).join("");
};

function typed(page: SchemaPage, schema: JsonObject, type: string): string {
	const name = `${typeNames[type] ?? type}${bounds(schema)}`;
	const inner = type === "array" ? member(schema, "items") : type === "object" ? member(schema, "additionalProperties") : {};
	const of = wordsFor(page, inner);
	const names = Object.keys(member(schema, "properties"));
	if (type === "object" && names.length > 0) return `mapping with ${page.calledValues(names) ?? names.map(cellCode).join(", ")}`;
	return of === "" ? name : `${name} of ${of}`;
}

/** What a value may be, in Markdown; empty where it may be anything. */
export function wordsFor(page: SchemaPage, schema: JsonObject): string {
	const name = nameOf(schema);
	if (name !== undefined) return page.called(name) ?? wordsFor(page, member(member(page.schema, "$defs"), name));
	if ("const" in schema) return cellCode(JSON.stringify(schema["const"]).replaceAll('"', ""));
	if (Array.isArray(schema["enum"]))
		return page.calledValues(schema["enum"]) ?? schema["enum"].map((value) => cellCode(String(value))).join(", ");
	const alternatives = [...list(schema, "anyOf"), ...list(schema, "allOf")].map((one) => wordsFor(page, one));
	const types = typesOf(schema).map((type) => typed(page, schema, type));
	const plain = (word: string): boolean => word === "mapping" && alternatives.length > 0;
	return [...new Set([...types.filter((word) => !plain(word)), ...alternatives].filter((word) => word !== ""))].join("; or ");
}

export interface MemberRow {
	readonly name: string;
	readonly meaning: string;
	readonly takes: string;
	readonly required: boolean;
	/** What it is without being said, in Markdown; empty where that is nothing. */
	readonly fallback: string;
	/** The schema's own examples, in Markdown. */
	readonly examples: string;
}

/** The members of an object, as its schema has them. */
export function memberRows(page: SchemaPage, object: JsonObject): readonly MemberRow[] {
	const required = Array.isArray(object["required"]) ? object["required"] : [];
	return Object.keys(member(object, "properties")).map((name) => {
		const own = member(member(object, "properties"), name);
		const full = resolved(page, own);
		const examples = Array.isArray(full["examples"]) ? full["examples"] : [];
		return {
			name,
			meaning: cellText(typeof full["description"] === "string" ? full["description"] : ""),
			takes: wordsFor(page, own),
			required: required.includes(name),
			fallback: full["default"] === undefined ? "" : cellCode(JSON.stringify(full["default"]).replaceAll('"', "")),
			examples: examples.map((example) => cellCode(typeof example === "string" ? example : JSON.stringify(example))).join(", "),
		};
	});
}
