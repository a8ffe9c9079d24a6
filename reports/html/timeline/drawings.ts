import type { CaseReport, Finding, HistoryExpectation } from "../../report.ts";
import { eventsOf, type HistoryEvent, type Reading, readingsOf } from "./histories.ts";
import { isDifferent, observedRows, type Row, sideBySide } from "./side-by-side.ts";

/** A history to be drawn, with all that was found about it. */
export interface Drawing {
	readonly reading: Reading;
	readonly events: readonly HistoryEvent[];
	readonly rows: readonly Row[];
	/** That the history is not as the scenario asks for, where it is not. */
	readonly finding?: Finding;
	/** What else was found about an event. */
	readonly marksOf: (event: HistoryEvent) => readonly Finding[];
	/** Position of the first row that shows what is wrong, where one does. */
	readonly first?: number;
}

/** Some of the histories of a case, and how many there are besides. */
export interface Drawings {
	readonly drawings: readonly Drawing[];
	readonly more: number;
}

/**
 * The histories of a case: of each run the one that a finding of the scenario's is about, for each such finding; else the longest that was
 * read. Those about which something was found come first.
 *
 * @param most how many there may be
 */
export function drawingsOf(one: Pick<CaseReport, "exchanges" | "findings">, most: number): Drawings {
	const readings = readingsOf(one);
	const byExchange = new Map(readings.flatMap((reading) => reading.exchanges.map((exchange) => [exchange, reading] as const)));
	const marks = marksIn(one.findings, byExchange);
	const expected = one.findings.flatMap(({ history, ...finding }) => {
		const reading = byExchange.get(finding.exchanges?.at(-1) ?? -1);
		return history === undefined || reading === undefined ? [] : [{ reading, finding: { ...finding, history } }];
	});
	const drawn = new Set(expected.map(({ reading }) => runOf(reading)));
	const others = longest(readings.filter((reading) => reading.told.length > 0 && !drawn.has(runOf(reading))));
	const isMarked = (reading: Reading): boolean => marks.has(runOf(reading));
	const all = [
		...expected,
		...[...others.filter(isMarked), ...others.filter((reading) => !isMarked(reading))].map((reading) => ({ reading })),
	];
	return { drawings: all.slice(0, most).map((each) => drawingOf(each, marks)), more: Math.max(0, all.length - most) };
}

/** Findings about single events, by the run and the number of the event. */
type Marks = ReadonlyMap<string, ReadonlyMap<number, readonly Finding[]>>;

interface Undrawn {
	readonly reading: Reading;
	readonly finding?: Finding & { readonly history: HistoryExpectation };
}

function drawingOf({ reading, finding }: Undrawn, marks: Marks): Drawing {
	const events = eventsOf(reading);
	const rows = finding === undefined ? observedRows(events) : sideBySide(events, reading.isCut, finding);
	const its = marks.get(runOf(reading));
	const marksOf = ({ eventId }: HistoryEvent): readonly Finding[] => (eventId === undefined ? [] : (its?.get(eventId) ?? []));
	const isWrong = ({ observed }: Row): boolean =>
		observed !== undefined && marksOf(observed).some(({ level }) => level !== "MAY");
	const first = rows.findIndex(finding === undefined ? isWrong : isDifferent);
	return { reading, events, rows, marksOf, ...(finding === undefined ? {} : { finding }), ...(first < 0 ? {} : { first }) };
}

function marksIn(findings: readonly Finding[], byExchange: ReadonlyMap<number, Reading>): Marks {
	const marks = new Map<string, Map<number, Finding[]>>();
	for (const finding of findings) {
		const place = /^events\.(\d+)/.exec(finding.at ?? "")?.[1];
		const exchange = finding.exchanges?.find((each) => byExchange.has(each)) ?? -1;
		const reading = byExchange.get(exchange);
		if (finding.history !== undefined || place === undefined || reading === undefined) continue;
		// Laws of histories count from the first event of the run, all others from the first of the answer.
		const eventId = finding.check === "invariants" ? Number(place) + 1 : reading.eventIdIn(exchange, Number(place));
		if (eventId === undefined) continue;
		const ofRun = marks.get(runOf(reading)) ?? new Map<number, Finding[]>();
		marks.set(runOf(reading), ofRun.set(eventId, [...(ofRun.get(eventId) ?? []), finding]));
	}
	return marks;
}

const runOf = ({ workflowId, runId }: Reading): string => JSON.stringify([workflowId, runId]);

/** Of each run the longest reading, the later of two. */
function longest(readings: readonly Reading[]): readonly Reading[] {
	const byRun = new Map<string, Reading>();
	for (const reading of readings) {
		const before = byRun.get(runOf(reading));
		if (before === undefined || before.told.length <= reading.told.length) byRun.set(runOf(reading), reading);
	}
	return [...byRun.values()];
}
