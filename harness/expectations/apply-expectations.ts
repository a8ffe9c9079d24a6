import type { CaseReport, Finding, Verdict } from "../../reports/report.ts";
import { selects } from "../plan.ts";
import type { ExpectationsFile } from "./expectations-file.ts";
import type { ExpectableVerdict, ExpectedFailure, ExpectedFinding } from "./expected-failure.ts";
import { isAmong } from "./versions.ts";

/** Which entries of a file count. */
export interface Circumstances {
	/** YYYY-MM-DD */
	readonly today: string;
	/** Of the target. Where it is not known no entry may ask for it. */
	readonly version?: string;
}

/** What is held against the file. */
export type Found = Pick<CaseReport, "id" | "verdict" | "findings" | "reason">;

/** Where an entry stands, as editors and terminals take it. */
export const placeOf = ({ file }: Pick<ExpectationsFile, "file">, { at }: ExpectedFailure): string =>
	`${file}:${at.line}:${at.column}`;

/** Whether an entry is about the target's version. */
export const isAboutVersion = ({ versions }: ExpectedFailure, { version }: Circumstances): boolean =>
	versions === undefined || (version !== undefined && isAmong(versions, version));

/** Whether the last day of an entry is over. */
export const isExpired = ({ expires }: ExpectedFailure, { today }: Circumstances): boolean =>
	expires !== undefined && today > expires;

const betterThan: { readonly [verdict in ExpectableVerdict]: readonly Verdict[] } = {
	fail: ["pass", "warn"],
	warn: ["pass"],
	inconclusive: ["pass", "warn"],
	unsupported: ["pass", "warn"],
};

/** Whether a verdict is good news where another was expected. */
export const isBetter = (verdict: Verdict, expected: ExpectableVerdict): boolean => betterThan[expected].includes(verdict);

/**
 * The entries that expect what was found, as far as they are needed; none where any of it is news. A finding beside those that entries
 * mean is a failure that nobody knew.
 */
export function expecting(
	{ verdict, findings }: Pick<Found, "verdict" | "findings">,
	entries: readonly ExpectedFailure[],
): readonly ExpectedFailure[] {
	const alike = entries.filter((entry) => entry.verdict === verdict);
	const whole = alike.find(({ finding }) => finding === undefined);
	if (whole !== undefined) return [whole];
	const level = verdict === "fail" ? "MUST" : "SHOULD";
	const meant = findings
		.filter((each) => each.level === level)
		.map((each) => alike.filter((entry) => isMeant(each, entry.finding)));
	return meant.every((by) => by.length > 0) ? [...new Set(meant.flat())] : [];
}

const isMeant = (found: Finding, { clause, message, step }: ExpectedFinding = {}): boolean =>
	(clause === undefined || found.clause === clause) &&
	(message === undefined || found.message.includes(message)) &&
	(step === undefined || found.step === step);

/** Holds a verdict against what was expected: a failure may be known, and a pass may be news. Other verdicts stay what they are. */
export function applyExpectations(
	found: Found,
	file: Pick<ExpectationsFile, "file" | "failures">,
	circumstances: Circumstances,
): Pick<CaseReport, "verdict" | "reason" | "expectedBy"> {
	const { verdict } = found;
	const about = file.failures.filter((entry) => selects(entry.cases)(found.id) && isAboutVersion(entry, circumstances));
	const current = about.filter((entry) => !isExpired(entry, circumstances));
	const better = current.filter((entry) => isBetter(verdict, entry.verdict));
	const [news] = better;
	const places = (entries: readonly ExpectedFailure[]) => entries.map((entry) => placeOf(file, entry));
	const expected = expecting(found, current);
	if (expected.length > 0)
		return {
			verdict: verdict === "fail" ? "expected-failure" : verdict,
			reason: [...(found.reason === undefined ? [] : [found.reason]), ...new Set(expected.map(whyOf))].join("; "),
			expectedBy: places(expected),
		};
	if (news !== undefined)
		return {
			verdict: "unexpected-pass",
			reason: `${placeOf(file, news)} says that it ${saying[news.verdict]}: ${whyOf(news)}`,
			expectedBy: places(better),
		};
	const [former] = about.filter((entry) => entry.verdict === verdict);
	if (former === undefined) return { verdict };
	const place = placeOf(file, former);
	return {
		verdict,
		reason: isExpired(former, circumstances)
			? `what ${place} says of it expired on ${former.expires}: ${whyOf(former)}`
			: `there is more to it than ${place} knows: ${whyOf(former)}`,
	};
}

const saying: { readonly [verdict in ExpectableVerdict]: string } = {
	fail: "fails",
	warn: "warns",
	inconclusive: "is inconclusive",
	unsupported: "is unsupported",
};

const whyOf = ({ reason, link }: ExpectedFailure): string => (link === undefined ? reason : `${reason} (${link})`);
