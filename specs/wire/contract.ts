import { commonFaultTypes, modelledFaultTypes, operationShapes, shapeTable } from "./shapes.ts";

/** The name of one of the 39 operations. */
export type OperationName = keyof typeof operationShapes;

/** The name of a shape of the contract document. */
export type ShapeName = keyof typeof shapeTable;

/** A shape with its constraints; lengths count characters, list sizes count items. */
export type Shape =
	| {
			readonly type: "string";
			readonly min?: number;
			readonly max?: number;
			/** An ECMAScript regular expression with Unicode semantics. */
			readonly pattern?: string;
			readonly values?: readonly string[];
	  }
	| { readonly type: "integer" | "long"; readonly min?: number; readonly max?: number }
	| { readonly type: "boolean" | "timestamp" }
	| { readonly type: "list"; readonly member: ShapeName; readonly min?: number; readonly max?: number }
	| StructureShape;

export interface StructureShape {
	readonly type: "structure";
	readonly members: Readonly<Record<string, ShapeName>>;
	readonly required: readonly string[];
	/** What some members ask of their text beside what their shape asks; a task list is judged by its name. */
	readonly patterns?: Readonly<Record<string, string>>;
}

/** What the contract says of an operation; without `output` its answer is empty. */
export interface OperationShape {
	readonly input: ShapeName;
	readonly output?: ShapeName;
	/** What a poll answers when no task came. */
	readonly idle?: ShapeName;
	readonly faults: readonly string[];
}

const operations: Readonly<Record<OperationName, OperationShape>> = operationShapes;
const shapes: Readonly<Record<ShapeName, Shape>> = shapeTable;

export const operationNames = Object.keys(operationShapes) as readonly OperationName[];
export const isOperationName = (name: string): name is OperationName => Object.hasOwn(operationShapes, name);
/** Whether an operation leaves everything as it is. Polls do not: they start the task that they bring. */
export const onlyReads = (operation: string): boolean => /^(Describe|Get|List|Count)/.test(operation);
export const operationShape = (name: OperationName): OperationShape => operations[name];
export const shape = (name: ShapeName): Shape => shapes[name];

/** A structure by name. Throws when the contract has another kind of shape under it, which is a defect of the kit. */
export function structure(name: ShapeName): StructureShape {
	const found = shapes[name];
	if (found.type !== "structure") throw new Error(`${name} is not a structure`);
	return found;
}

function valuesOf(name: ShapeName): readonly string[] {
	const found = shapes[name];
	return found.type === "string" ? (found.values ?? []) : [];
}

/** The 54 event types. */
export const eventTypes = valuesOf("EventType");
/** The 13 decision types. */
export const decisionTypes = valuesOf("DecisionType");

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
/** The member of a HistoryEvent that holds the attributes of this type. */
export const eventAttributesMember = (eventType: string): string => `${lowerFirst(eventType)}EventAttributes`;
/** The member of a Decision that holds the attributes of this type. */
export const decisionAttributesMember = (decisionType: string): string => `${lowerFirst(decisionType)}DecisionAttributes`;

/** Codes that an endpoint can answer to any operation, although no operation models them. */
export const commonFaults: readonly string[] = Object.keys(commonFaultTypes);

const faultTypes: Readonly<Record<string, string>> = { ...modelledFaultTypes, ...commonFaultTypes };
/** A fault as `__type` names it, with its namespace. */
export const faultType = (fault: string): string => faultTypes[fault] ?? fault;
