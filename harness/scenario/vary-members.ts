import {
	decisionAttributesMember,
	decisionTypes,
	type OperationName,
	operationShape,
	type Shape,
	type ShapeName,
	shape,
} from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { memberTextRules, shapeTextRules } from "../../specs/wire/text-rules.ts";

/** One member of an operation's input, and requests that differ in it alone. */
export interface Variation {
	/** The operation and the way to the member, items of lists without their number. */
	readonly row: string;
	/** Members of requests that the contract allows. */
	readonly right: readonly JsonObject[];
	/** Members of requests that it does not. */
	readonly wrong: readonly JsonObject[];
}

/** A member somewhere in an input. */
interface Place {
	/** Members and positions in lists, from the input's root. */
	readonly path: readonly string[];
	readonly shape: ShapeName;
	/** `STRUCTURE.MEMBER`; the list's shape for an item. */
	readonly member: string;
	readonly isRequired: boolean;
	readonly isItem: boolean;
}

interface Values {
	readonly right: readonly Json[];
	readonly wrong: readonly Json[];
}

/** In what a member is varied; a kind tells the values for each place where it applies. */
const kinds = {
	bounds: ({ shape: name, member }: Place): Values | undefined => bounds(name, member),
	required: ({ isRequired }: Place): Values | undefined =>
		isRequired ? { right: [], wrong: [{ $absent: true }, null] } : undefined,
	optional: ({ isRequired, isItem, shape: name }: Place): Values | undefined =>
		isRequired || isItem || !["string", "structure"].includes(shape(name).type) ? undefined : { right: [null], wrong: [] },
	types: ({ shape: name }: Place): Values | undefined => ({ right: [], wrong: otherTypes[shape(name).type] }),
} as const;

export type VariedIn = keyof typeof kinds;
export const variedIn = Object.keys(kinds) as readonly VariedIn[];

/**
 * One variation for each member of an operation's input that can be varied so, in the order of the contract. Whatever a request needs around the
 * member and the base does not give is filled in as short as can be.
 *
 * @param base members with which the operation is called right; a reference may stand for a structure
 */
export function varyMembers(kind: VariedIn, operation: OperationName, base: JsonObject): readonly Variation[] {
	const { input } = operationShape(operation);
	return places(input, []).flatMap((place) => {
		const values = kinds[kind](place);
		if (values === undefined || (kind === "optional" && isNeeded(place, base))) return [];
		const requests = (of: readonly Json[]) => of.map((value) => withValue(input, base, place.path, value) as JsonObject);
		const row = [operation, ...place.path.filter((part) => !/^\d+$/.test(part))].join(".");
		return [{ row: place.isItem ? `${row}.item` : row, right: requests(values.right), wrong: requests(values.wrong) }];
	});
}

/** Whether a call cannot do without a member that the contract calls optional: the base gives it, or a decision is of its type. */
const isNeeded = ({ path }: Place, base: JsonObject): boolean =>
	(path.length === 1 && Object.hasOwn(base, path[0] ?? "")) ||
	decisionTypes.some((type) => decisionAttributesMember(type) === path.at(-1));

function places(name: ShapeName, path: readonly string[]): readonly Place[] {
	const found = shape(name);
	if (found.type === "list") {
		const item = { path: [...path, "0"], shape: found.member, member: name, isRequired: false, isItem: true };
		return [item, ...places(found.member, item.path)];
	}
	if (found.type !== "structure") return [];
	return Object.entries(found.members).flatMap(([member, of]) => {
		const isRequired = found.required.includes(member);
		const place = { path: [...path, member], shape: of, member: `${name}.${member}`, isRequired, isItem: false };
		return [place, ...places(of, place.path)];
	});
}

/** The base with this value at the end of the path, and what has to be around it. */
function withValue(name: ShapeName, base: Json | undefined, path: readonly string[], value: Json): Json {
	const [step, ...rest] = path;
	if (step === undefined) return value;
	const found = shape(name);
	if (found.type === "list") return [withValue(found.member, Array.isArray(base) ? base[0] : undefined, rest, value)];
	if (found.type !== "structure") throw new Error(`${name} has nothing inside`);
	const around = surroundings(found, base, step);
	return { ...around, [step]: withValue(found.members[step] ?? name, around[step], rest, value) };
}

type Structure = Extract<Shape, { type: "structure" }>;

function surroundings(found: Structure, base: Json | undefined, member: string): JsonObject {
	if (isJsonObject(base)) return base;
	const required = found.required.flatMap((name) => {
		const of = found.members[name];
		if (of === undefined) return [];
		return [[name, typeof base === "string" ? `${base}.${name}` : sample(of)] as const];
	});
	const decision = decisionTypes.find((type) => decisionAttributesMember(type) === member);
	return { ...Object.fromEntries(required), ...(decision === undefined ? {} : { decisionType: decision }) };
}

/** Something valid, as short as can be; different for each number. */
function sample(name: ShapeName, number = 0): Json {
	const found = shape(name);
	switch (found.type) {
		case "string":
			return found.values?.[0] ?? (isDuration(name) ? "60" : `x${number === 0 ? "" : number}`);
		case "integer":
		case "long":
		case "timestamp":
			return 1;
		case "boolean":
			return true;
		case "list":
			return [];
		case "structure":
			return Object.fromEntries(found.required.map((member) => [member, sample(found.members[member] ?? name, number)]));
	}
}

const isDuration = (name: ShapeName) => name.startsWith("Duration");

/** Texts that are refused or answered for what they say, however long they are: nothing can be said of one that is made up. */
const madeUpIsWrong: readonly ShapeName[] = ["TaskToken", "PageToken", "Arn", "DecisionType"];

/** On both sides of each bound that the contract states. */
function bounds(name: ShapeName, member: string): Values | undefined {
	const found = shape(name);
	// A target that takes a wrong name keeps that domain: nobody can delete one.
	if (member === "RegisterDomainInput.name") return undefined;
	if (!("min" in found || "max" in found || "values" in found)) return undefined;
	if (found.type === "string" && found.values !== undefined)
		return { right: madeUpIsWrong.includes(name) ? [] : found.values, wrong: ["NO_SUCH_VALUE"] };
	const { min, max } = found;
	const sized = (size: number): Json => {
		if (found.type === "string") return text(name, size);
		return found.type === "list" ? Array.from({ length: size }, (_, index) => sample(found.member, index + 1)) : size;
	};
	const inside = [min, max].flatMap((size) => (size === undefined ? [] : [sized(size)]));
	const below = min === undefined || (min === 0 && found.type !== "integer") ? [] : [sized(min - 1)];
	const above = max === undefined ? [] : [sized(max + 1)];
	return { right: inside.filter((value) => isRightOtherwise(name, member, value)), wrong: [...below, ...above] };
}

const text = (name: ShapeName, size: number): Json => {
	if (isDuration(name)) return `${"1".slice(0, size)}${"0".repeat(Math.max(0, size - 1))}`;
	return size > 64 ? { $repeat: { text: "x", times: size } } : "x".repeat(size);
};

/** Whether none but the bounds decides: the documents say more of some texts than how long they are. */
function isRightOtherwise(name: ShapeName, member: string, value: Json): boolean {
	if (madeUpIsWrong.includes(name) || (isDuration(name) && value === "")) return false;
	const rule = memberTextRules[member] ?? shapeTextRules[name];
	return typeof value !== "string" || rule?.(value) === undefined;
}

/** A value of each other type of JSON but null, which means that a member is left out. */
const otherTypes: Readonly<Record<Shape["type"], readonly Json[]>> = {
	string: [5, true, {}, []],
	integer: ["5", true, {}, []],
	long: ["5", true, {}, []],
	timestamp: ["2026-01-01T00:00:00Z", true, {}, []],
	boolean: ["true", 1, {}, []],
	list: ["x", 5, true, {}],
	structure: ["x", 5, true, []],
};
