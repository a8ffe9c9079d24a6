import type { Finding, HistoryExpectation } from "../../report.ts";
import { placeAnywhere, placeAtEnd, placeInOrder, type TypePair, type TypePlaces } from "./place-by-type.ts";

/** A finding about a history, with all that was expected of it. */
export type HistoryFinding = Pick<Finding, "at"> & { readonly history: HistoryExpectation };

/** An expected event beside an event of the history. */
export interface Pair extends Omit<TypePair, "kind"> {
	readonly kind: TypePair["kind"] | "met" | "excluded";
}

/** Where each expected event has its place in a history. */
export interface Places extends Pick<TypePlaces, "missing"> {
	readonly pairs: readonly Pair[];
}

/**
 * Finds a place in a history for each event that was expected of it. What the check found to be met, and the first difference, are as it says;
 * behind that nothing was compared, so the rest is placed by its types.
 *
 * @param types of the events that were compared
 */
export function placeExpected({ at, history: { relation, events } }: HistoryFinding, types: readonly string[]): Places {
	const found = /^events\.(\d+)(?:\.(.+))?$/.exec(at ?? "");
	const place = found === null ? types.length : Number(found[1]);
	if (relation === "excludes") {
		const expected = events.findIndex(({ eventType }) => eventType === types[place]);
		return { pairs: place < types.length ? [{ kind: "excluded", expected, place }] : [], missing: [] };
	}
	const met = events.flatMap(({ met: place }, expected): readonly Pair[] =>
		place !== undefined && place < types.length ? [{ kind: "met", expected, place }] : [],
	);
	const isMet = new Set(met.map(({ expected }) => expected));
	const [next, ...later] = [...events.keys()].filter((expected) => !isMet.has(expected));
	if (next === undefined) return { pairs: met, missing: [] };
	const isMember = found?.[2] !== undefined && found[2] !== "eventType" && place < types.length;
	const taken: readonly Pair[] = isMember ? [...met, { kind: "differs", expected: next, place }] : met;
	const rest = isMember ? later : [next, ...later];
	const restTypes = rest.map((expected) => events[expected]?.eventType ?? "");
	const { pairs, missing } = placeRest(relation, restTypes, types, new Set(taken.map(({ place }) => place)));
	const expectedOf = <Part extends { readonly expected: number }>(part: Part): Part => ({
		...part,
		expected: rest[part.expected] ?? 0,
	});
	return { pairs: [...taken, ...pairs.map(expectedOf)], missing: missing.map(expectedOf) };
}

/** Places what was not compared: anywhere, or behind all that was. */
function placeRest(
	relation: HistoryExpectation["relation"],
	rest: readonly string[],
	types: readonly string[],
	taken: ReadonlySet<number>,
): TypePlaces {
	if (relation === "contains") return placeAnywhere(rest, types, taken);
	const start = [...taken].reduce((last, place) => Math.max(last, place + 1), 0);
	const behind = types.slice(start);
	const { pairs, missing } =
		relation === "endsWith" ? placeAtEnd(rest, behind) : placeInOrder(rest, behind, relation !== "inOrder");
	return {
		pairs: pairs.map((pair) => ({ ...pair, place: pair.place + start })),
		missing: missing.map(({ expected, before }) => ({ expected, before: before + start })),
	};
}
