import type { Verdict } from "../reports/report.ts";
import { selects } from "./plan.ts";
import { entryOf, type Located, readYaml } from "./scenario/located.ts";
import { InputError, type Position } from "./scenario/problem.ts";
import { createReader, type Reader } from "./scenario/reader.ts";

/** A failure that somebody expects, and why. */
export interface ExpectedFailure {
	readonly at: Position;
	/** A glob over case ids. */
	readonly cases: string;
	readonly reason: string;
	readonly link?: string;
	/** The last day, YYYY-MM-DD, on which the entry counts. */
	readonly expires?: string;
}

/** What is expected of one target: features it lacks, and cases that fail there. */
export interface ExpectationsFile {
	readonly file: string;
	readonly lacks: readonly string[];
	/** Features that it has, of those that a target of its kind is taken to lack. */
	readonly has: readonly string[];
	readonly failures: readonly ExpectedFailure[];
}

const entryKeys = ["cases", "reason", "link", "expires"];

/** Reads an expectations file. Throws an InputError with everything that is wrong with it. */
export function parseExpectationsFile(text: string, file: string, features: readonly string[]): ExpectationsFile {
	const reader = createReader(file);
	const root = readYaml(text, file);
	reader.onlyKeys(root, ["target", "lacks", "has", "failures"], "an expectations file");
	const featuresUnder = (key: "lacks" | "has"): readonly string[] => {
		const value = entryOf(root, key)?.value;
		return value === undefined ? [] : reader.items(value, key).flatMap((item) => reader.oneOf(item, features, "a feature") ?? []);
	};
	const failures = entryOf(root, "failures")?.value;
	const found = {
		file,
		lacks: featuresUnder("lacks"),
		has: featuresUnder("has"),
		failures: failures === undefined ? [] : reader.items(failures, "failures").flatMap((item) => parseEntry(item, reader)),
	};
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return found;
}

/** A day of the calendar; the 30th of February would be taken for one in March. */
const isDay = (text: string) =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

function parseEntry(node: Located, reader: Reader): readonly ExpectedFailure[] {
	reader.onlyKeys(node, entryKeys, "an expected failure");
	const text = (key: string): string | undefined => {
		const value = entryOf(node, key)?.value;
		return value === undefined ? undefined : reader.text(value, key);
	};
	const cases = entryOf(node, "cases")?.value;
	const patterns =
		cases === undefined
			? []
			: cases.kind === "list"
				? cases.items.map((item) => ({ at: item.at, text: reader.text(item, "cases") }))
				: [{ at: cases.at, text: text("cases") }];
	const reason = text("reason");
	const link = text("link");
	const expires = text("expires");
	if (cases === undefined) reader.refuse(node.at, "an expected failure names cases: an id, a glob or a list of them");
	if (reason === undefined) reader.refuse(node.at, "an expected failure has a reason");
	if (expires !== undefined && !isDay(expires))
		reader.refuse(entryOf(node, "expires")?.value.at ?? node.at, `expires is a day, "2027-06-30", not ${expires}`);
	return patterns.flatMap((pattern) =>
		pattern.text === undefined || reason === undefined
			? []
			: [
					{
						at: pattern.at,
						cases: pattern.text,
						reason,
						...(link === undefined ? {} : { link }),
						...(expires === undefined ? {} : { expires }),
					},
				],
	);
}

/**
 * Refuses entries that mean none of the cases there are: they would go unnoticed for ever.
 *
 * @param ids every case of the suites, whether or not this run plays it
 */
export function refuseStale({ file, failures }: ExpectationsFile, ids: readonly string[]): void {
	const problems = failures
		.filter(({ cases }) => !ids.some(selects(cases)))
		.map(({ at, cases }) => ({ file, at, message: `there is no case ${cases}; take the entry away or mend the pattern` }));
	if (problems.length > 0) throw new InputError(problems);
}

/** Holds a verdict against what was expected: a failure may be known, and a pass may be news. Other verdicts stay what they are. */
export function applyExpectations(
	id: string,
	verdict: Verdict,
	{ failures }: Pick<ExpectationsFile, "failures">,
	today: string,
): { readonly verdict: Verdict; readonly reason?: string } {
	const entry = failures.find(({ cases, expires }) => selects(cases)(id) && (expires === undefined || today <= expires));
	if (entry === undefined) return { verdict };
	const why = entry.link === undefined ? entry.reason : `${entry.reason} (${entry.link})`;
	if (verdict === "fail") return { verdict: "expected-failure", reason: why };
	if (verdict === "pass" || verdict === "warn")
		return { verdict: "unexpected-pass", reason: `line ${entry.at.line} of the expectations file says it fails: ${why}` };
	return { verdict };
}
