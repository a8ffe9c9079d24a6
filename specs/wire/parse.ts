import { type Shape, type ShapeName, type StructureShape, shape } from "./contract.ts";
import { isJsonObject, type Json } from "./json.ts";
import { memberTextRules, shapeTextRules, type TextRule } from "./text-rules.ts";
import type { Value } from "./value.ts";

/** A JSON value read as a shape: valid, of a wrong JSON type somewhere, or in breach of constraints. */
export type Parsed<Parse> =
	| { readonly kind: "value"; readonly value: Parse }
	| { readonly kind: "mistyped"; readonly path: string }
	/** What is breached, in the words of the service, and beside each at its position where: `execution.runId`, `tagList.1.member`. */
	| { readonly kind: "invalid"; readonly problems: readonly string[]; readonly paths: readonly string[] };

/** What the walk collects; it stays inside this file. */
interface Findings {
	readonly problems: Problem[];
	mistyped?: string;
}

/**
 * Reads a JSON value as a shape, leaving out unknown members and members that are null.
 *
 * All breached constraints are reported together, in the words of the service; a wrong JSON type hides them.
 */
export function parseShape<Name extends ShapeName>(name: Name, json: Json): Parsed<Value<Name>> {
	const findings: Findings = { problems: [] };
	const value = readerOf(name)(json, undefined, findings);
	if (findings.mistyped !== undefined) return { kind: "mistyped", path: findings.mistyped };
	const { problems } = findings;
	if (problems.length > 0)
		return { kind: "invalid", problems: problems.map(({ text }) => text), paths: problems.map(({ path }) => path) };
	// The walk has just checked every member against the table that the type is derived from.
	return { kind: "value", value: value as Value<Name> };
}

/** Joins problems the way the service does: their number, then each after a semicolon. */
export function validationMessage(problems: readonly string[]): string {
	const head = problems.length === 1 ? "1 validation error" : `${problems.length} validation errors`;
	return `${head} detected: ${problems.join("; ")}`;
}

/** Where in the input something stands, innermost first; written out only when there is something to say of it. */
interface Path {
	readonly within: Path | undefined;
	readonly name: string;
}

const written = (path: Path | undefined): string =>
	path === undefined ? "" : path.within === undefined ? path.name : `${written(path.within)}.${path.name}`;

interface Problem {
	readonly text: string;
	readonly path: string;
}

const problem = (value: string, path: Path | undefined, constraint: string): Problem => ({
	text: `Value ${value} at '${written(path)}' failed to satisfy constraint: ${constraint}`,
	path: written(path),
});
const quoted = (value: Json): string => `'${Array.isArray(value) ? `[${value.map(plain).join(", ")}]` : plain(value)}'`;
const plain = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Reads one value, and tells what is wrong with it. */
type Reader = (json: Json, path: Path | undefined, findings: Findings) => Json;

const readers = new Map<ShapeName, Reader>();

/** The reader of a shape, made the first time that it is wanted: every call is read, so what can be known before it is. */
function readerOf(name: ShapeName): Reader {
	const known = readers.get(name);
	if (known !== undefined) return known;
	const made = readerFor(name, shape(name));
	readers.set(name, made);
	return made;
}

function readerFor(name: ShapeName, found: Shape): Reader {
	switch (found.type) {
		case "structure":
			return structureReader(name, found);
		case "list":
			return listReader(found);
		case "string":
			return textReader(name, found);
		case "boolean":
			return (json, path, findings) => (typeof json === "boolean" ? json : mistyped(path, findings));
		case "timestamp":
			return (json, path, findings) => (typeof json === "number" && Number.isFinite(json) ? json : mistyped(path, findings));
		case "integer":
		case "long":
			return numberReader(found);
	}
}

function mistyped(path: Path | undefined, findings: Findings): null {
	findings.mistyped ??= written(path);
	return null;
}

type NumberShape = Extract<Shape, { readonly type: "integer" | "long" }>;

function numberReader(found: NumberShape): Reader {
	return (json, path, findings) => {
		if (typeof json !== "number" || !isWhole(json, found.type)) return mistyped(path, findings);
		checkRange(json, "value", found, json, path, findings);
		return json;
	};
}

const isWhole = (value: number, type: "integer" | "long"): boolean =>
	type === "long" ? Number.isSafeInteger(value) : Number.isInteger(value) && Math.abs(value) <= 2 ** 31 - 1;

function listReader(found: Extract<Shape, { readonly type: "list" }>): Reader {
	const readItem = readerOf(found.member);
	return (json, path, findings) => {
		if (!Array.isArray(json)) return mistyped(path, findings);
		const items = json.map((item: Json, index) => {
			const at = { within: path, name: `${index + 1}.member` };
			if (item !== null) return readItem(item, at, findings);
			findings.problems.push(problem("null", at, "Member must not be null"));
			return null;
		});
		// A list with items of a wrong type is not told in words: it can be nested deeper than can be written out.
		if (findings.mistyped === undefined) checkRange(json.length, "length", found, json, path, findings);
		return items;
	};
}

function structureReader(name: ShapeName, found: StructureShape): Reader {
	const members = Object.entries(found.members).map(([member, memberShape]) => ({
		member,
		read: readerOf(memberShape),
		rule: memberTextRules[`${name}.${member}`],
		isRequired: found.required.includes(member),
	}));
	return (json, path, findings) => {
		if (!isJsonObject(json)) return mistyped(path, findings);
		const result: Record<string, Json> = {};
		for (const { member, read, rule, isRequired } of members) {
			const given = Object.hasOwn(json, member) ? (json[member] ?? null) : null;
			if (given === null && !isRequired) continue;
			const at = { within: path, name: member };
			if (given === null) {
				findings.problems.push(problem("null", at, "Member must not be null"));
				continue;
			}
			result[member] = read(given, at, findings);
			if (rule !== undefined) checkMember(rule, given, at, findings);
		}
		return result;
	};
}

function checkMember(rule: TextRule, given: Json, path: Path, findings: Findings): void {
	const [text, at] = isJsonObject(given) ? [given["name"], { within: path, name: "name" }] : [given, path];
	const constraint = typeof text === "string" ? rule(text) : undefined;
	if (constraint !== undefined && text !== undefined) findings.problems.push(problem(quoted(text), at, constraint));
}

// The service prints decision types in an order of its own, the same in two observations ten years apart.
const decisionTypesAsPrinted = [
	"CompleteWorkflowExecution",
	"StartTimer",
	"RequestCancelExternalWorkflowExecution",
	"SignalExternalWorkflowExecution",
	"CancelTimer",
	"RecordMarker",
	"ScheduleActivityTask",
	"ContinueAsNewWorkflowExecution",
	"ScheduleLambdaFunction",
	"FailWorkflowExecution",
	"RequestCancelActivityTask",
	"StartChildWorkflowExecution",
	"CancelWorkflowExecution",
];

type TextShape = Extract<Shape, { readonly type: "string" }>;

function textReader(name: ShapeName, found: TextShape): Reader {
	const check = found.values === undefined ? freeText(found, shapeTextRules[name]) : oneOf(name, found.values);
	return (json, path, findings) => {
		if (typeof json !== "string") return mistyped(path, findings);
		check(json, path, findings);
		return json;
	};
}

type CheckText = (text: string, path: Path | undefined, findings: Findings) => void;

function oneOf(name: ShapeName, values: readonly string[]): CheckText {
	const printed = name === "DecisionType" ? decisionTypesAsPrinted : values;
	return (text, path, findings) => {
		if (values.includes(text)) return;
		findings.problems.push(problem(quoted(text), path, `Member must satisfy enum value set: [${printed.join(", ")}]`));
	};
}

function freeText(found: TextShape, rule: TextRule | undefined): CheckText {
	return (text, path, findings) => {
		// A text has at least half as many code points as units, so most need not be counted.
		const isSurelyWithin = text.length <= (found.max ?? Infinity) && text.length >= 2 * (found.min ?? 0);
		if (!isSurelyWithin) checkRange(characters(text), "length", found, text, path, findings);
		const constraint = rule?.(text);
		if (constraint !== undefined) findings.problems.push(problem(quoted(text), path, constraint));
	};
}

// The contract document counts code points; what the live service counts is not known.
const characters = (text: string): number => [...text].length;

function checkRange(
	size: number,
	what: "length" | "value",
	{ min, max }: { readonly min?: number; readonly max?: number },
	given: Json,
	path: Path | undefined,
	findings: Findings,
): void {
	if (max !== undefined && size > max) {
		findings.problems.push(problem(quoted(given), path, `Member must have ${what} less than or equal to ${max}`));
	}
	if (min !== undefined && size < min) {
		findings.problems.push(problem(quoted(given), path, `Member must have ${what} greater than or equal to ${min}`));
	}
}
