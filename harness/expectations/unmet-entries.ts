import type { CaseEntry, Verdict } from "../../reports/report.ts";
import { selects } from "../plan.ts";
import { describeProblem } from "../scenario/problem.ts";
import { type Circumstances, isAboutVersion, isExpired, placeOf } from "./apply-expectations.ts";
import type { ExpectationsFile } from "./expectations-file.ts";

const telling: ReadonlySet<Verdict> = new Set(["pass", "fail", "warn", "unsupported", "expected-failure", "unexpected-pass"]);

/**
 * What is wrong with the entries of a file in the light of a run, a line for each: its last day is over, or nothing that it means
 * fails. Of an entry with a case that was not played, or of which nobody can tell, the run says nothing.
 *
 * @param ids every case of the suites
 */
export function unmetEntries(
	file: ExpectationsFile,
	cases: readonly Pick<CaseEntry, "id" | "verdict" | "expectedBy">[],
	ids: readonly string[],
	circumstances: Circumstances,
): readonly string[] {
	const byId = new Map(cases.map((each) => [each.id, each]));
	const used = new Set(cases.flatMap(({ expectedBy = [] }) => expectedBy));
	return file.failures
		.filter((entry) => isAboutVersion(entry, circumstances))
		.flatMap((entry) => {
			const told = (message: string) => [describeProblem({ file: file.file, at: entry.at, message })];
			const verdicts = ids.filter(selects(entry.cases)).map((id) => byId.get(id)?.verdict ?? "skipped");
			if (isExpired(entry, circumstances))
				return verdicts.some((verdict) => verdict !== "skipped")
					? told(`the entry for ${entry.cases} expired on ${entry.expires}; mend what fails, or write why it may fail for longer`)
					: [];
			if (used.has(placeOf(file, entry)) || !verdicts.every((verdict) => telling.has(verdict))) return [];
			return told(
				`nothing that the entry for ${entry.cases} expects was found (${[...new Set(verdicts)].join(", ")}); take it away or mend it`,
			);
		});
}
