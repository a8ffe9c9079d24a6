import { type Shape, type ShapeName, type StructureShape, shape } from "./contract.ts";
import { isJsonObject, type Json } from "./json.ts";
import { memberTextRules, shapeTextRules } from "./text-rules.ts";
import type { Value } from "./value.ts";

/** A JSON value read as a shape: valid, of a wrong JSON type somewhere, or in breach of constraints. */
export type Parsed<Parse> =
	| { readonly kind: "value"; readonly value: Parse }
	| { readonly kind: "mistyped"; readonly path: string }
	| { readonly kind: "invalid"; readonly problems: readonly string[] };

/** What the walk collects; it stays inside this file. */
interface Findings {
	readonly problems: string[];
	mistyped?: string;
}

/**
 * Reads a JSON value as a shape, leaving out unknown members and members that are null.
 *
 * All breached constraints are reported together, in the words of the service; a wrong JSON type hides them.
 */
export function parseShape<Name extends ShapeName>(name: Name, json: Json): Parsed<Value<Name>> {
	const findings: Findings = { problems: [] };
	const value = readValue(name, json, "", findings);
	if (findings.mistyped !== undefined) return { kind: "mistyped", path: findings.mistyped };
	if (findings.problems.length > 0) return { kind: "invalid", problems: findings.problems };
	// The walk has just checked every member against the table that the type is derived from.
	return { kind: "value", value: value as Value<Name> };
}

/** Joins problems the way the service does: their number, then each after a semicolon. */
export function validationMessage(problems: readonly string[]): string {
	const head = problems.length === 1 ? "1 validation error" : `${problems.length} validation errors`;
	return `${head} detected: ${problems.join("; ")}`;
}

const problem = (value: string, path: string, constraint: string): string =>
	`Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`;
const quoted = (value: Json): string => `'${Array.isArray(value) ? `[${value.map(plain).join(", ")}]` : plain(value)}'`;
const plain = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
const join = (path: string, member: string): string => (path === "" ? member : `${path}.${member}`);

function readValue(name: ShapeName, json: Json, path: string, findings: Findings): Json {
	const found = shape(name);
	switch (found.type) {
		case "structure":
			if (!isJsonObject(json)) return mistyped(path, findings);
			return readStructure(name, found, json, path, findings);
		case "list":
			if (!Array.isArray(json)) return mistyped(path, findings);
			checkRange(json.length, "length", found, json, path, findings);
			return json.map((item: Json, index) => readItem(found.member, item, join(path, `${index + 1}.member`), findings));
		case "string":
			if (typeof json !== "string") return mistyped(path, findings);
			checkText(name, found, json, path, findings);
			return json;
		case "boolean":
			return typeof json === "boolean" ? json : mistyped(path, findings);
		case "timestamp":
			return typeof json === "number" && Number.isFinite(json) ? json : mistyped(path, findings);
		case "integer":
		case "long":
			if (typeof json !== "number" || !isWhole(json, found.type)) return mistyped(path, findings);
			checkRange(json, "value", found, json, path, findings);
			return json;
	}
}

const isWhole = (value: number, type: "integer" | "long"): boolean =>
	type === "long" ? Number.isSafeInteger(value) : Number.isInteger(value) && Math.abs(value) <= 2 ** 31 - 1;

function mistyped(path: string, findings: Findings): null {
	findings.mistyped ??= path;
	return null;
}

function readItem(member: ShapeName, item: Json, path: string, findings: Findings): Json {
	if (item !== null) return readValue(member, item, path, findings);
	findings.problems.push(problem("null", path, "Member must not be null"));
	return null;
}

function readStructure(
	name: ShapeName,
	found: StructureShape,
	json: { readonly [member: string]: Json },
	path: string,
	findings: Findings,
): Json {
	const result: Record<string, Json> = {};
	for (const [member, memberShape] of Object.entries(found.members)) {
		const given = Object.hasOwn(json, member) ? (json[member] ?? null) : null;
		const at = join(path, member);
		if (given !== null) {
			result[member] = readValue(memberShape, given, at, findings);
			checkMember(`${name}.${member}`, given, at, findings);
		} else if (found.required.includes(member)) {
			findings.problems.push(problem("null", at, "Member must not be null"));
		}
	}
	return result;
}

function checkMember(member: string, given: Json, path: string, findings: Findings): void {
	const rule = memberTextRules[member];
	if (rule === undefined) return;
	const [text, at] = isJsonObject(given) ? [given["name"], join(path, "name")] : [given, path];
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

function checkText(name: ShapeName, found: TextShape, text: string, path: string, findings: Findings): void {
	if (found.values !== undefined) {
		if (found.values.includes(text)) return;
		const values = name === "DecisionType" ? decisionTypesAsPrinted : found.values;
		findings.problems.push(problem(quoted(text), path, `Member must satisfy enum value set: [${values.join(", ")}]`));
		return;
	}
	checkRange(characters(text), "length", found, text, path, findings);
	const constraint = shapeTextRules[name]?.(text);
	if (constraint !== undefined) findings.problems.push(problem(quoted(text), path, constraint));
}

// The contract document counts code points; what the live service counts is not known.
const characters = (text: string): number => [...text].length;

function checkRange(
	size: number,
	what: "length" | "value",
	{ min, max }: { readonly min?: number; readonly max?: number },
	given: Json,
	path: string,
	findings: Findings,
): void {
	if (max !== undefined && size > max) {
		findings.problems.push(problem(quoted(given), path, `Member must have ${what} less than or equal to ${max}`));
	}
	if (min !== undefined && size < min) {
		findings.problems.push(problem(quoted(given), path, `Member must have ${what} greater than or equal to ${min}`));
	}
}
