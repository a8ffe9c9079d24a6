import { diffRows, unifiedLines } from "../diff.ts";
import { coverageText, divergenceText } from "../figures.ts";
import { placeOf } from "../finding-text.ts";
import type { Finding } from "../report.ts";
import { shortened, visibleLine } from "../visible.ts";
import type { Change } from "./change-of.ts";
import type { ComparedCase, Comparison } from "./comparison.ts";

/** Heads of the lists of cases, in the order in which they are told. */
export const changeTitles = {
	regression: "Regressions",
	undecided: "No longer decided",
	accepted: "Broken since, and expected to be",
	changed: "Changed",
	fix: "Fixed",
	unplayed: "Not compared, since one of the runs did not play it",
} as const satisfies { readonly [change in Exclude<Change, "same">]: string };

export const changesTold = Object.keys(changeTitles) as readonly ComparedCase["change"][];

/** The findings that tell why a case is where it is: what came, or of what is right now what went. */
export const tellingFindings = ({ added, removed, change }: ComparedCase): readonly [sign: "+" | "-", finding: Finding][] => [
	...added.map((finding): ["+", Finding] => ["+", finding]),
	...(change === "changed" || change === "accepted" ? removed.map((finding): ["-", Finding] => ["-", finding]) : []),
];

/** Most findings of a case that are shown. */
export const mostShown = 3;

export const findingText = (finding: Finding): string => shown(`${placeOf(finding)}: ${finding.message} (${finding.clause})`);

/** Expected beside observed, at most so many lines. */
export function findingDiff({ expected, observed }: Finding, most = 24): readonly string[] {
	const lines = unifiedLines(diffRows(expected, observed)).map((line) => shortened(visibleLine(line), 300));
	return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more lines`];
}

/** What the reader has to know before the figures: how the runs differ, and what could not be compared. */
export function caveatsOf({ base, head, differences, sameScenarios, summary }: Comparison): readonly string[] {
	const differ = differences.map(({ what, base: before, head: after }) => `${what}: ${shown(before)} → ${shown(after)}`);
	return [
		...differ,
		...(base.interrupted ? ["the base run was interrupted"] : []),
		...(head.interrupted ? ["the head run was interrupted: what it did not come to is not compared"] : []),
		...(summary.new + summary.gone + summary.rewritten > 0
			? [`only what both have is compared: ${summary.compared} cases, without ${tellUncommon(summary)}`]
			: []),
		...(sameScenarios ? [] : ["the reports do not tell whether cases of the same id are the same; they are taken to be"]),
	];
}

const tellUncommon = ({ new: added, gone, rewritten }: Comparison["summary"]): string =>
	`${added} new, ${gone} gone, ${rewritten} whose scenario changed`;

/** The figures of both runs over the cases that were compared. */
export const figuresOf = ({ base, head }: Comparison): readonly (readonly [name: string, base: string, head: string])[] => [
	["divergence", divergenceText(base.score), divergenceText(head.score)],
	["coverage", coverageText(base.score), coverageText(head.score)],
];

/** `2 regressions, 1 fixed, 1996 the same`. */
export function totalsOf({ summary: { changes, compared } }: Comparison): string {
	const counts = [
		`${changes.regression} regression${changes.regression === 1 ? "" : "s"}`,
		...(changes.undecided > 0 ? [`${changes.undecided} no longer decided`] : []),
		...(changes.accepted > 0 ? [`${changes.accepted} broken and expected to be`] : []),
		`${changes.changed} changed`,
		`${changes.fix} fixed`,
		`${changes.same} the same`,
	];
	return `${compared} compared: ${counts.join(", ")}`;
}

const shown = (text: string): string => shortened(visibleLine(text), 400);
