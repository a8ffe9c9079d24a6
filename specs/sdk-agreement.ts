import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { modelledFaultTypes, operationShapes, shapeTable } from "./wire/shapes.ts";

// Both contracts are taken apart into statements, so that a difference is one statement of one side. The SDK knows no lengths,
// ranges or patterns, does not tell an integer from a long, and names no simple shapes; those are the document's alone.

type Statements = ReadonlySet<string>;
/** A schema of the SDK: 9 is an operation, 3 a structure, -3 a fault, 1 a list. */
type Tuple = readonly [kind: number, namespace: string, name: string, traits: unknown, ...rest: readonly unknown[]];

const isTuple = (value: unknown): value is Tuple => Array.isArray(value) && typeof value[0] === "number";

/** The kind of a member in the SDK's runtime schemas: a number for what is simple, a tuple or a thunk of one for the rest. */
function sdkKind(schema: unknown): string {
	if (typeof schema === "function") return sdkKind(schema());
	if (typeof schema === "number") {
		if (schema >= 64) return `list of ${sdkKind(schema - 64)}`;
		return ["text", "number", "boolean", undefined, "timestamp"][schema] ?? `kind ${schema}`;
	}
	if (!isTuple(schema)) return Array.isArray(schema) ? sdkKind(schema[0]) : String(schema);
	return schema[0] === 1 ? `list of ${sdkKind(schema[4])}` : schema[2];
}

const isFunction = (value: unknown): value is () => unknown => typeof value === "function";

const sdkNames = (value: unknown): string => (isFunction(value) ? sdkNames(value()) : isTuple(value) ? value[2] : String(value));

function structureStatements([, , name, , members, kinds, required = 0]: Tuple): readonly string[] {
	if (!Array.isArray(members) || !Array.isArray(kinds)) throw new Error(`${name} has no members and kinds`);
	return members.flatMap((member, at) => [
		`${name}.${member} is ${sdkKind(kinds[at])}`,
		...(at < Number(required) ? [`${name}.${member} is required`] : []),
	]);
}

/** What the SDK documents that an operation throws; its runtime schemas do not say. */
function faultsThrown(operation: string): readonly string[] {
	const entry = createRequire(import.meta.url).resolve("@aws-sdk/client-swf");
	const text = readFileSync(join(dirname(entry), `../dist-types/commands/${operation}Command.d.ts`), "utf8");
	return [...text.matchAll(/@throws \{@link (\w+)\} \(client fault\)/g)].map(([, fault = ""]) => fault);
}

function sdkStatement(name: string, value: unknown): readonly string[] {
	if (isTuple(value)) {
		const [kind, , shape, , ...rest] = value;
		if (kind === 9) {
			const answers = faultsThrown(shape).map((fault) => `${shape} answers ${fault}`);
			return [`${shape} takes ${sdkNames(rest[0])} and answers ${sdkNames(rest[1])}`, ...answers];
		}
		if (kind === 3) return [`${shape} is a structure`, ...structureStatements(value)];
		return kind === -3 && shape.endsWith("Fault") ? [`${shape} is a fault`, ...structureStatements(value)] : [];
	}
	const isEnumeration = /^[A-Z]/.test(name) && typeof value === "object" && value !== null;
	return isEnumeration ? Object.values(value).map((literal) => `${name} has ${String(literal)}`) : [];
}

const sdkStatements = (exported: Readonly<Record<string, unknown>>): Statements =>
	new Set(Object.entries(exported).flatMap(([name, value]) => sdkStatement(name, value)));

/** The contract document, as `specs/wire/shapes.ts` has it. */
export interface DocumentTables {
	readonly operations: Readonly<Record<string, { input: string; output?: string; faults: readonly string[] }>>;
	readonly shapes: Readonly<Record<string, DocumentShape>>;
}
type DocumentShape = (typeof shapeTable)[keyof typeof shapeTable];

export const documentTables: DocumentTables = { operations: operationShapes, shapes: shapeTable };

function documentKind(shapes: DocumentTables["shapes"], name: string): string {
	const found = shapes[name];
	switch (found?.type) {
		case "string":
			return "text";
		case "integer":
		case "long":
			return "number";
		case "list":
			return `list of ${documentKind(shapes, found.member)}`;
		case "structure":
			return name;
		default:
			return found?.type ?? `unknown shape ${name}`;
	}
}

function shapeStatements(shapes: DocumentTables["shapes"], name: string, found: DocumentShape): readonly string[] {
	if ("values" in found) return found.values.map((literal) => `${name} has ${literal}`);
	if (found.type !== "structure") return [];
	return [
		`${name} is a ${Object.hasOwn(modelledFaultTypes, name) ? "fault" : "structure"}`,
		...Object.entries(found.members).map(([member, of]) => `${name}.${member} is ${documentKind(shapes, of)}`),
		...found.required.map((member) => `${name}.${member} is required`),
	];
}

const documentStatements = ({ operations, shapes }: DocumentTables): Statements =>
	new Set([
		...Object.entries(operations).flatMap(([name, { input, output = "unit", faults }]) => [
			`${name} takes ${input} and answers ${output}`,
			...faults.map((fault) => `${name} answers ${fault}`),
		]),
		...Object.entries(shapes).flatMap(([name, found]) => shapeStatements(shapes, name, found)),
	]);

const without = (all: Statements, others: Statements) => [...all].filter((statement) => !others.has(statement)).sort();

/** What only the contract document says and what only the SDK says, of all that both can say. */
export const differences = (exported: Readonly<Record<string, unknown>>, tables = documentTables) => {
	const [documented, known] = [documentStatements(tables), sdkStatements(exported)];
	return { document: without(documented, known), sdk: without(known, documented) };
};
