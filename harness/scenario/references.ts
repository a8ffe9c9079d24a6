import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Template } from "./scenario.ts";

/** `$name.member.0`: a name and the way from there. */
export interface Reference {
	readonly name: string;
	readonly path: readonly string[];
}

const whole = /^\$([A-Za-z][\w-]*(?:\.[\w-]+)*)$/;
const embedded = /\$\{([A-Za-z][\w-]*(?:\.[\w-]+)*)\}/g;

const referenceOf = (text: string): Reference => {
	const [name = "", ...path] = text.split(".");
	return { name, path };
};

/** The reference that a text wholly is, if it is one. */
export function wholeReference(text: string): Reference | undefined {
	const found = whole.exec(text);
	return found?.[1] === undefined ? undefined : referenceOf(found[1]);
}

/** The references inside a text, written `${name.member}`. */
export const embeddedReferences = (text: string): readonly Reference[] =>
	[...text.matchAll(embedded)].flatMap(([, inner]) => (inner === undefined ? [] : [referenceOf(inner)]));

/** Whether a text begins with `$` and is neither a reference nor escaped with `$$`. */
export const isMalformedReference = (text: string): boolean =>
	text.startsWith("$") && !text.startsWith("$$") && !text.startsWith("${") && wholeReference(text) === undefined;

/** What names stand for while a case is played or judged. */
export interface Environment {
	/** Fixtures under `domains`, `workflowTypes`, `activityTypes`; everything bound under its own name. */
	readonly bindings: JsonObject;
	/** What `$unique.NAME` appends to NAME. */
	readonly uniqueSuffix: string;
}

/** Thrown inside of `resolve` and caught there: a name that nothing was bound to, because an earlier step did not get that far. */
class Unbound extends Error {}

const showReference = ({ name, path }: Reference) => `$${[name, ...path].join(".")}`;

function lookUp(reference: Reference, { bindings, uniqueSuffix }: Environment): Json {
	const { name, path } = reference;
	if (name === "unique") return `${path.join(".")}${uniqueSuffix}`;
	let value: Json | undefined = Object.hasOwn(bindings, name) ? bindings[name] : undefined;
	for (const member of path) {
		if (Array.isArray(value)) value = (value as readonly Json[])[Number(member)];
		else value = isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
	}
	if (value === undefined) throw new Unbound(showReference(reference));
	return value;
}

const absent = Symbol("absent");

function fill(template: Template, environment: Environment): Json | typeof absent {
	if (typeof template === "string") {
		const reference = wholeReference(template);
		if (reference !== undefined) return lookUp(reference, environment);
		const text = template.replace(embedded, (_, inner: string) => textOf(lookUp(referenceOf(inner), environment)));
		return text.startsWith("$$") ? text.slice(1) : text;
	}
	if (Array.isArray(template)) {
		return (template as readonly Template[]).flatMap((item) => {
			const value = fill(item, environment);
			return value === absent ? [] : [value];
		});
	}
	if (!isJsonObject(template)) return template;
	if (template["$absent"] === true) return absent;
	const repeat = template["$repeat"];
	if (isJsonObject(repeat)) {
		const text = fill(repeat["text"] ?? "", environment);
		return String(text === absent ? "" : text).repeat(Number(repeat["times"]));
	}
	// By entries: a member may be called __proto__, and assigning to that makes none.
	return Object.fromEntries(
		Object.entries(template).flatMap(([member, of]) => {
			const value = fill(of, environment);
			return value === absent ? [] : [[member, value]];
		}),
	);
}

const textOf = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A template's value, or the reference in it that nothing is bound to. */
export type Resolved = { readonly value: Json | undefined } | { readonly unbound: string };

/** Replaces references, `$repeat` and `$absent`; the value is undefined where the template as a whole is `$absent`. */
export function resolve(template: Template, environment: Environment): Resolved {
	try {
		const value = fill(template, environment);
		return { value: value === absent ? undefined : value };
	} catch (error) {
		if (error instanceof Unbound) return { unbound: error.message };
		throw error;
	}
}

/** Replaces references in a pattern and leaves its matchers alone. */
export function resolvePattern(pattern: Json, environment: Environment): Resolved {
	try {
		return { value: fillPattern(pattern, environment) };
	} catch (error) {
		if (error instanceof Unbound) return { unbound: error.message };
		throw error;
	}
}

function fillPattern(pattern: Json, environment: Environment): Json {
	if (typeof pattern === "string") {
		const value = fill(pattern, environment);
		return value === absent ? pattern : value;
	}
	if (Array.isArray(pattern)) return (pattern as readonly Json[]).map((item) => fillPattern(item, environment));
	if (!isJsonObject(pattern)) return pattern;
	if (isJsonObject(pattern["$repeat"])) {
		const value = fill(pattern, environment);
		return value === absent ? pattern : value;
	}
	return Object.fromEntries(
		Object.entries(pattern).map(([member, of]) => [member, member === "$matches" ? of : fillPattern(of, environment)]),
	);
}

/** Every reference in a template or pattern. */
export function referencesIn(template: Json): readonly Reference[] {
	if (typeof template === "string") {
		const reference = wholeReference(template);
		return reference === undefined ? embeddedReferences(template) : [reference];
	}
	if (Array.isArray(template)) return (template as readonly Json[]).flatMap(referencesIn);
	return isJsonObject(template) ? Object.values(template).flatMap(referencesIn) : [];
}
