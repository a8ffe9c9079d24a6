import { type OperationName, operationNames, operationShape, type ShapeName, shape } from "../../wire/contract.ts";
import { isJsonObject, type Json } from "../../wire/json.ts";
import type { operationShapes, shapeTable } from "../../wire/shapes.ts";
import type { ModelSettings } from "../model.ts";
import type { Rehearsal } from "../rehearsal.ts";

/** A small program that lets something be seen, with what the model has to be set up with; or the reason why no client can. */
export type Provocation =
	| string
	| ((play: Rehearsal) => void)
	| { readonly settings: Partial<ModelSettings>; readonly play: (play: Rehearsal) => void };

type Table = typeof shapeTable;
type ValuesOf<Name extends ShapeName> = Table[Name] extends { readonly values: readonly (infer Value extends string)[] }
	? Value
	: never;

type Enumerated<Members> = {
	readonly [Member in keyof Members as Members[Member] extends ShapeName
		? [ValuesOf<Members[Member]>] extends [never]
			? never
			: Member
		: never]: { readonly [Value in ValuesOf<Members[Member] & ShapeName>]: Provocation };
};

/** The structures that only requests have; what stands in them is the client's own choice. */
type Asked = `${string}Input` | `${string}DecisionAttributes` | "CloseStatusFilter" | "Decision";

type EnumeratedIn<Name extends ShapeName> = Enumerated<
	Table[Name] extends { readonly members: infer Members } ? Members : object
>;

/** For each member of an answer that has a fixed set of values, one entry for each of the values. */
export type ProvokedValues = {
	readonly [Name in Exclude<ShapeName, Asked> as keyof EnumeratedIn<Name> extends never ? never : Name]: EnumeratedIn<Name>;
};

/** For each operation, one entry for each of the faults that the contract gives to it. */
export type ProvokedFaults = {
	readonly [Name in OperationName]: {
		readonly [Fault in (typeof operationShapes)[Name]["faults"][number]]: Provocation;
	};
};

/** What of the contract an exchange shows: `operation X`, `fault X Y`, `decision X` or `value X.y Z`, each maybe several times. */
export function* seenIn(operation: OperationName, input: Json, outcome: Seen): Generator<string> {
	if (outcome.kind === "fault") {
		yield `fault ${operation} ${outcome.type}`;
		return;
	}
	yield `operation ${operation}`;
	const { output } = operationShape(operation);
	if (output !== undefined) yield* seenInValue(output, outcome.output ?? null);
	if (operation === "RespondDecisionTaskCompleted") yield* decisionsIn(input);
}

/** How a call ended. */
export type Seen =
	| { readonly kind: "answer"; readonly output: Json | undefined }
	| { readonly kind: "fault"; readonly type: string };

function* decisionsIn(input: Json): Generator<string> {
	const decisions = isJsonObject(input) ? input["decisions"] : undefined;
	for (const decision of Array.isArray(decisions) ? decisions : []) {
		if (isJsonObject(decision)) yield `decision ${String(decision["decisionType"])}`;
	}
}

/** The values of fixed sets in a JSON value of a shape; whatever is not as the shape says is passed over. */
export function* seenInValue(name: ShapeName, json: Json, at = ""): Generator<string> {
	const found = shape(name);
	if (found.type === "list" && Array.isArray(json)) for (const item of json) yield* seenInValue(found.member, item);
	if (found.type === "string" && found.values?.includes(String(json)) === true) yield `value ${at} ${String(json)}`;
	if (found.type !== "structure" || !isJsonObject(json)) return;
	for (const [member, memberShape] of Object.entries(found.members)) {
		const value = json[member];
		if (value !== undefined) yield* seenInValue(memberShape, value, `${name}.${member}`);
	}
}

/** All that `seenIn` could ever show, the faults that no operation models aside. */
export function* everything(): Generator<string> {
	for (const operation of operationNames) yield `operation ${operation}`;
	for (const operation of operationNames)
		for (const fault of operationShape(operation).faults) yield `fault ${operation} ${fault}`;
	for (const decisionType of valuesOf("DecisionType")) yield `decision ${decisionType}`;
	const shapes = new Set<ShapeName>();
	for (const operation of operationNames) collect(operationShape(operation).output, shapes);
	for (const name of shapes) {
		const found = shape(name);
		if (found.type !== "structure") continue;
		for (const [member, memberShape] of Object.entries(found.members)) {
			for (const value of valuesOf(memberShape)) yield `value ${name}.${member} ${value}`;
		}
	}
}

function valuesOf(name: ShapeName): readonly string[] {
	const found = shape(name);
	return found.type === "string" ? (found.values ?? []) : [];
}

/** Adds a shape and those that it is made of. */
function collect(name: ShapeName | undefined, shapes: Set<ShapeName>): void {
	if (name === undefined || shapes.has(name)) return;
	shapes.add(name);
	const found = shape(name);
	if (found.type === "list") collect(found.member, shapes);
	if (found.type === "structure") for (const member of Object.values(found.members)) collect(member, shapes);
}
