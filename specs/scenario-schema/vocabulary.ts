import type { JsonObject } from "../wire/json.ts";

/** A JSON Schema, draft 2020-12. */
export type Schema = JsonObject;

/** Schemas by the names of members. */
export type Properties = Readonly<Record<string, Schema>>;

/** `$case.name`, as a value or as a key: what stands there is known only row by row. */
export const cellPattern = "^\\$case\\.\\w+$";

/** The same where the value is a text, of which it may be a part. */
export const cellTextPattern = `${cellPattern}|\\$\\{case\\.\\w+\\}`;

/** A reference, a text with one at its beginning, or a text that begins with an escaped `$`. */
export const referencePattern = "^\\$(?:\\$|\\{|[A-Za-z][\\w-]*(?:\\.[\\w-]+)*$)";

/** Any text but a reference that is spelled wrongly. */
export const textPattern = `^(?!\\$)|${referencePattern}`;

/** What the definition of this name says. */
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** A schema that editors explain. */
export const described = (description: string, schema: Schema): Schema => ({ description, ...schema });

/** Keys that a table of cases gives. */
export const caseKeys: Schema = { patternProperties: { [cellPattern]: true } };

/** An object of these members and no others. */
export const object = (properties: Properties, more: Schema = {}): Schema => ({
	type: "object",
	properties,
	additionalProperties: false,
	...more,
});

/** An object whose keys, or which as a whole, a table of cases may give. */
export const objectOrCell = (properties: Properties, more: Schema = {}): Schema => ({
	type: ["object", "string"],
	pattern: cellPattern,
	properties,
	...caseKeys,
	additionalProperties: false,
	...more,
});

/** A mapping whose keys the author chooses. */
export const mappingTo = (values: Schema, more: Schema = {}): Schema =>
	objectOrCell({}, { ...more, additionalProperties: values });

/** A list, which a table of cases may give as a whole. */
export const listOf = (items: Schema, more: Schema = {}): Schema => ({
	type: ["array", "string"],
	pattern: cellPattern,
	items,
	...more,
});

/** One of these names, or one from a table of cases. */
export const oneOfNames = (names: readonly string[]): Schema => ({ anyOf: [{ enum: names }, ref("cell")] });

/** Nothing behind a name means that it has no members. */
export const bare = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

/** An object that has exactly one of these keys. */
export const exactlyOne = (keys: readonly string[]): Schema => ({ oneOf: keys.map((key) => ({ required: [key] })) });

/** Properties of these names, made from them. */
export const fromNames = (names: readonly string[], schemaOf: (name: string) => Schema): Properties =>
	Object.fromEntries(names.map((name) => [name, schemaOf(name)]));
