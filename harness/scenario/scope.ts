import { type ShapeName, shape } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { Located } from "./located.ts";
import { didYouMean, type Position } from "./problem.ts";
import type { Reader } from "./reader.ts";
import { embeddedReferences, isMalformedReference, type Reference, wholeReference } from "./references.ts";

/** What a name stands for, as far as is known before anything is played. */
export type BoundType =
	| { readonly kind: "shape"; readonly shape: ShapeName }
	| { readonly kind: "members"; readonly what: string; readonly members: Readonly<Record<string, ShapeName>> }
	/** A text, or something whose inside the language does not know. */
	| { readonly kind: "opaque" };

/** The names that a step may use, in the order in which steps come. */
export interface Scope {
	bind(name: string, at: Position, type: BoundType): void;
	/** Refuses references to nothing, anywhere under this node, and remembers the names that were used. */
	use(node: Located): void;
	/** What a reference stands for; undefined when the template is not wholly a reference. */
	typeOf(template: Json): BoundType | undefined;
	/** A branch: it sees what was bound so far, and its own names are seen by its siblings only afterwards. */
	branch(): Scope;
	/** Takes in what the branches bound. */
	join(branches: readonly Scope[]): void;
	readonly names: ReadonlyMap<string, { readonly at: Position; readonly type: BoundType }>;
}

export const opaque: BoundType = { kind: "opaque" };
const reserved = ["domains", "workflowTypes", "activityTypes", "unique", "case"];
const fixtureKinds = ["domains", "workflowTypes", "activityTypes"] as const;

export type FixtureNames = Readonly<Record<(typeof fixtureKinds)[number], readonly string[]>>;

/** The member's type, or the reason why there is none. */
function step(type: BoundType, member: string): BoundType | string {
	if (type.kind === "opaque") return opaque;
	const members = type.kind === "members" ? type.members : membersOf(type.shape);
	if (members === undefined) {
		const found = type.kind === "shape" ? shape(type.shape) : undefined;
		if (found?.type === "list" && /^\d+$/.test(member)) return { kind: "shape", shape: found.member };
		return `there is nothing inside of ${type.kind === "shape" ? type.shape : type.what}`;
	}
	const found = members[member];
	if (found !== undefined) return { kind: "shape", shape: found };
	const names = Object.keys(members);
	return `${type.kind === "shape" ? type.shape : type.what} has no member ${member}; it has ${names.join(", ")}.${didYouMean(member, names)}`;
}

function membersOf(name: ShapeName): Readonly<Record<string, ShapeName>> | undefined {
	const found = shape(name);
	return found.type === "structure" ? found.members : undefined;
}

export function createScope(reader: Reader, fixtures: FixtureNames): Scope & { refuseUnused(): void } {
	const used = new Set<string>();
	const everBound = new Map<string, Position>();

	const fixtureType = ({ name, path }: Reference): BoundType | string => {
		const kind = fixtureKinds.find((known) => known === name);
		if (kind === undefined) return `${name} is no fixture`;
		const [fixture, ...members] = path;
		const known = fixtures[kind];
		if (fixture === undefined || !known.includes(fixture)) {
			return `no fixture $${kind}.${fixture ?? ""}; name it under given.${kind}, or use ${known.map((each) => `$${kind}.${each}`).join(", ")}.${didYouMean(fixture ?? "", known)}`;
		}
		const start: BoundType =
			kind === "domains" ? opaque : { kind: "shape", shape: kind === "workflowTypes" ? "WorkflowType" : "ActivityType" };
		return members.reduce<BoundType | string>((type, member) => (typeof type === "string" ? type : step(type, member)), start);
	};

	const create = (names: Map<string, { at: Position; type: BoundType }>): Scope => {
		const resolveType = (reference: Reference): BoundType | string => {
			if (reference.name === "unique") {
				return reference.path.length === 1 ? opaque : "$unique wants one name, as $unique.child";
			}
			if (reference.name === "case") return `the file has no table of cases with a column ${reference.path[0] ?? ""}`;
			if (fixtureKinds.some((kind) => kind === reference.name)) return fixtureType(reference);
			const bound = names.get(reference.name);
			if (bound === undefined) {
				const known = [...names.keys(), ...reserved.filter((name) => name !== "case")];
				return `no earlier step binds $${reference.name}; add "as: ${reference.name}" to one.${didYouMean(reference.name, known)}`;
			}
			used.add(reference.name);
			return reference.path.reduce<BoundType | string>(
				(type, member) => (typeof type === "string" ? type : step(type, member)),
				bound.type,
			);
		};
		const check = (reference: Reference, at: Position) => {
			const type = resolveType(reference);
			if (typeof type === "string") reader.refuse(at, type);
		};
		const useText = (text: string, at: Position) => {
			const whole = wholeReference(text);
			if (whole !== undefined) return check(whole, at);
			if (isMalformedReference(text))
				reader.refuse(at, `${text} is no reference; write $name.member, or $$ for a text that begins with $`);
			for (const reference of embeddedReferences(text)) check(reference, at);
		};
		const use = (node: Located): void => {
			if (node.kind === "list") for (const item of node.items) use(item);
			if (node.kind === "map") for (const { key, value } of node.entries) if (key !== "$matches") use(value);
			if (node.kind === "scalar" && typeof node.value === "string") useText(node.value, node.at);
		};
		return {
			names,
			use,
			bind(name, at, type) {
				if (!/^[a-z][A-Za-z0-9]*$/.test(name))
					return reader.refuse(at, `"${name}" is no name; a name is lower camel case, as firstRun`);
				if (reserved.includes(name)) return reader.refuse(at, `${name} is a word of the language; choose another name`);
				const before = everBound.get(name);
				if (before !== undefined)
					return reader.refuse(at, `${name} is bound already at line ${before.line}; choose another name`);
				everBound.set(name, at);
				names.set(name, { at, type });
			},
			typeOf(template) {
				const reference = typeof template === "string" ? wholeReference(template) : undefined;
				if (reference === undefined) return isJsonObject(template) ? opaque : undefined;
				const type = resolveType(reference);
				return typeof type === "string" ? undefined : type;
			},
			branch: () => create(new Map(names)),
			join(branches) {
				for (const branch of branches) for (const [name, bound] of branch.names) names.set(name, bound);
			},
		};
	};

	const root = create(new Map());
	return {
		...root,
		refuseUnused() {
			for (const [name, at] of everBound)
				if (!used.has(name)) reader.refuse(at, `${name} is bound and never used; use it or take "as" away`);
		},
	};
}
