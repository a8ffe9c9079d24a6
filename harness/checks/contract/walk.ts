import type { ShapeName } from "../../../specs/wire/contract.ts";
import { operationShape, shape } from "../../../specs/wire/contract.ts";
import { isJsonObject, type Json } from "../../../specs/wire/json.ts";
import type { Path, Place, Reply } from "./rule.ts";

/** A page of a thousand events has some ten thousand values; what is longer is no page, and a rule of its own says so. */
const mostPlaces = 100_000;

/** Visits each value of an answer for which the contract has a shape, parents first. */
export function walk(reply: Reply, visit: (place: Place) => void): void {
	const { output, idle } = operationShape(reply.operation);
	if (reply.kind !== "answer" || output === undefined || !isJsonObject(reply.json)) return;
	// A fault in disguise would lack everything that the answer has.
	if (Object.hasOwn(reply.json, "__type")) return;
	let left = mostPlaces;
	descend(reply.isIdle ? (idle ?? output) : output, reply.json, undefined);

	function descend(name: ShapeName, value: Json, path: Path | undefined): void {
		if (left <= 0) return;
		left -= 1;
		const found = shape(name);
		visit({ reply, name, shape: found, value, path });
		if (found.type === "list" && Array.isArray(value)) {
			for (let index = 0; index < value.length && left > 0; index += 1)
				descend(found.member, (value as readonly Json[])[index] ?? null, { parent: path, key: index });
		} else if (found.type === "structure" && isJsonObject(value)) {
			// By the members that are there: an event has fifty-seven that may be.
			for (const member of Object.keys(value)) {
				const memberShape = Object.hasOwn(found.members, member) ? found.members[member] : undefined;
				if (memberShape !== undefined) descend(memberShape, value[member] ?? null, { parent: path, key: member });
			}
		}
	}
}

/** A path as reports write it, `events.4.eventType`. */
export const pathText = (path: Path | undefined): string => keysOf(path).join(".");

/** The same for every item of a list: one rule broken in all events of a page is one finding. */
export const generalPath = (path: Path | undefined): string =>
	keysOf(path)
		.map((key) => (typeof key === "number" ? "*" : key))
		.join(".");

const keysOf = (path: Path | undefined): readonly (string | number)[] =>
	path === undefined ? [] : [...keysOf(path.parent), path.key];
