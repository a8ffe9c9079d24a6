import type { CaseReport, Verdict } from "../../../reports/report.ts";
import { visibleLine } from "../../../reports/visible.ts";
import { selects } from "../../plan.ts";
import { applyExpectations, type Circumstances, isAboutVersion, isBetter } from "../apply-expectations.ts";
import type { ExpectationsFile } from "../expectations-file.ts";
import type { ExpectedFailure } from "../expected-failure.ts";

/** What is left of the pattern of an entry; nothing takes the pattern away. */
export interface Change {
	readonly entry: ExpectedFailure;
	readonly keep: readonly string[];
}

/** Failures that no entry knows, alike in their first finding. */
export interface Addition {
	readonly cases: readonly string[];
	/** What was found, as a start for a reason. */
	readonly found: string;
}

export interface Update {
	readonly changes: readonly Change[];
	readonly additions: readonly Addition[];
}

/**
 * What reports of one target make of an expectations file. A pattern goes where none of its cases shows any more what is expected, in any
 * report, and is narrowed where some do better; what was not played, or cannot be told, stays.
 *
 * @param ids every case of the suites
 */
export function planUpdate(
	file: ExpectationsFile,
	reported: readonly CaseReport[],
	ids: readonly string[],
	circumstances: Circumstances,
): Update {
	const known = new Set(ids);
	const played = groupedBy(
		reported.filter(({ id }) => known.has(id)).map((one) => ({ ...one, verdict: seenVerdict(one) })),
		({ id }) => id,
	);
	const about = file.failures.filter((entry) => isAboutVersion(entry, circumstances));
	const all = (id: string, holds: (verdict: Verdict) => boolean): boolean =>
		played.get(id)?.every(({ verdict }) => holds(verdict)) ?? false;
	const changes = about.flatMap((entry): readonly Change[] => {
		const isNews = (verdict: Verdict) => isBetter(verdict, entry.verdict);
		const isIdle = (verdict: Verdict) => isNews(verdict) || (verdict === "unsupported" && entry.verdict !== "unsupported");
		const meant = ids.filter(selects(entry.cases));
		if (meant.every((id) => all(id, isIdle))) return [{ entry, keep: [] }];
		const keep = meant.filter((id) => !all(id, isNews));
		return keep.length === meant.length ? [] : [{ entry, keep: wholeTables(keep, ids) }];
	});
	const isNew = (one: CaseReport) =>
		one.verdict === "fail" &&
		applyExpectations(one, file, circumstances).verdict === "fail" &&
		!about.some(({ cases, verdict, finding }) => verdict === "fail" && finding === undefined && selects(cases)(one.id));
	const news = groupedBy([...played.values()].flat().filter(isNew), foundIn);
	const additions = [...news].map(([found, cases]) => ({
		cases: wholeTables([...new Set(cases.map(({ id }) => id))], ids),
		found,
	}));
	return { changes, additions };
}

/** The verdict before an expectations file was looked at. */
function seenVerdict({ verdict, findings }: CaseReport): Verdict {
	if (verdict === "expected-failure") return "fail";
	if (verdict === "unexpected-pass") return findings.some(({ level }) => level === "SHOULD") ? "warn" : "pass";
	return verdict;
}

function foundIn({ findings }: CaseReport): string {
	const worst = findings.find(({ level }) => level === "MUST");
	return worst === undefined ? "failed" : visibleLine(`${worst.message} (${worst.clause})`).slice(0, 300);
}

/** Ids, where all rows of a table are the scenario. */
function wholeTables(kept: readonly string[], ids: readonly string[]): readonly string[] {
	const tableOf = (id: string): string => id.split(":")[0] ?? id;
	const rows = (of: readonly string[]) => groupedBy(of, tableOf);
	const whole = rows(ids);
	return [...rows(kept)].flatMap(([table, its]) => (its.length === whole.get(table)?.length ? [table] : its)).sort();
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item)) ?? [];
		groups.set(keyOf(item), [...group, item]);
	}
	return groups;
}
