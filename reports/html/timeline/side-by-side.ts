import type { ExpectedEvent, HistoryRelation } from "../../report.ts";
import type { HistoryEvent } from "./histories.ts";
import { type HistoryFinding, type Pair, type Places, placeExpected } from "./place-expected.ts";

/**
 * How the two sides of a row stand to one another.
 *
 * - `met`: the event is as it was asked for.
 * - `alike`: of the type that was asked for; behind the first difference no more was looked at.
 * - `differs`: not as asked for.
 * - `missing`: asked for, and not there.
 * - `unasked`: there, although nothing more was asked for.
 * - `excluded`: there, although it must not be.
 * - `free`: nothing was said about it.
 */
export type RowKind = Pair["kind"] | "missing" | "unasked" | "free";

/** An expected event beside one that is there; at least one of the two. */
export interface Row {
	readonly kind: RowKind;
	readonly expected?: ExpectedEvent;
	readonly observed?: HistoryEvent;
}

/** A history of which nothing was expected. */
export const observedRows = (events: readonly HistoryEvent[]): readonly Row[] =>
	events.map((observed) => ({ kind: "free", observed }));

/**
 * What was expected of a history beside what is there, in the order of the history.
 *
 * @param isCut whether the history may go on
 */
export function sideBySide(events: readonly HistoryEvent[], isCut: boolean, finding: HistoryFinding): readonly Row[] {
	const { relation, events: asked, ignoring = [] } = finding.history;
	const compared = events.filter(({ eventType }) => !ignoring.includes(eventType));
	const { pairs, missing } = placeExpected(finding, compared.map(typeOf));
	const pairAt = new Map(pairs.map((pair) => [pair.place, pair]));
	const missingAt = missingRows(missing, asked);
	const isUnasked = unaskedIn(relation, pairs);
	let place = -1;
	const rows = events.flatMap((observed): readonly Row[] => {
		if (ignoring.includes(observed.eventType)) return [{ kind: "free", observed }];
		place += 1;
		const pair = pairAt.get(place);
		const row: Row =
			pair === undefined
				? { kind: isUnasked(place) ? "unasked" : "free", observed }
				: { kind: pair.kind, ...expectedOf(asked[pair.expected]), observed };
		return [...(missingAt.get(place) ?? []), row];
	});
	// What it would go on with is not known to be missing.
	return isCut ? rows : [...rows, ...(missingAt.get(compared.length) ?? [])];
}

/** Rows of what is missing, by the place before which they stand. */
function missingRows(missing: Places["missing"], asked: readonly ExpectedEvent[]): ReadonlyMap<number, readonly Row[]> {
	const rows = new Map<number, Row[]>();
	for (const { expected, before } of missing) {
		const its = rows.get(before) ?? [];
		its.push({ kind: "missing", ...expectedOf(asked[expected]) });
		rows.set(before, its);
	}
	return rows;
}

const expectedOf = (expected: ExpectedEvent | undefined): Pick<Row, "expected"> => (expected === undefined ? {} : { expected });

/** Whether a row is not as it was expected. */
export const isDifferent = ({ kind }: Row): boolean =>
	kind === "differs" || kind === "missing" || kind === "unasked" || kind === "excluded";

const typeOf = ({ eventType }: HistoryEvent): string => eventType;

/** Which events beside which nothing stands should not be there. */
function unaskedIn(relation: HistoryRelation, pairs: readonly Pair[]): (place: number) => boolean {
	const places = pairs.map(({ place }) => place);
	const first = places.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
	const last = places.reduce((one, other) => Math.max(one, other), -1);
	return (place) =>
		relation === "exactly" || (relation === "startsWith" && place < last) || (relation === "endsWith" && place > first);
}
