import { eventAttributesMember, eventTypes, type ShapeName, shape, structure } from "../wire/contract.ts";
import { type Properties, ref, type Schema } from "./vocabulary.ts";

/** Every shape that can be met from these on, in the order of their names. */
export function reachable(roots: readonly ShapeName[]): readonly ShapeName[] {
	const found = new Set<ShapeName>();
	const visit = (name: ShapeName): void => {
		if (found.has(name)) return;
		found.add(name);
		const of = shape(name);
		if (of.type === "structure") for (const member of Object.values(of.members)) visit(member);
		if (of.type === "list") visit(of.member);
	};
	for (const root of roots) visit(root);
	return [...found].sort();
}

const jsonTypes = { string: "text", integer: "number", long: "number", timestamp: "number", boolean: "boolean" } as const;

/** The event types by the shapes of their attributes. */
export const typesByAttributes: ReadonlyMap<string, string> = new Map(
	eventTypes.map((type) => [structure("HistoryEvent").members[eventAttributesMember(type)] ?? "", type]),
);

/**
 * The definition for a shape on one side; scalars without names of their own share one. The attributes of a raw event share theirs with
 * the events of the language, which allow what the envelope has as well: `lint` knows the difference.
 */
export function shapeRef(side: "request" | "expected", name: ShapeName): Schema {
	const of = shape(name);
	const event = typesByAttributes.get(name);
	if (event !== undefined) return { anyOf: [ref(`event.${event}`), ref("anyMatcher")] };
	const ownDefinition = of.type === "structure" || of.type === "list" || (of.type === "string" && of.values !== undefined);
	return ref(`${side}.${ownDefinition ? name : jsonTypes[of.type]}`);
}

/** The members of a structure as properties. */
export const membersOf = (side: "request" | "expected", members: Readonly<Record<string, ShapeName>>): Properties =>
	Object.fromEntries(Object.entries(members).map(([member, of]) => [member, shapeRef(side, of)]));
