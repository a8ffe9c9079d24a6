import { shortened, visibleLine } from "../visible.ts";
import type { ComparedCase, Comparison } from "./comparison.ts";
import {
	caveatsOf,
	changesTold,
	changeTitles,
	figuresOf,
	findingDiff,
	findingText,
	mostShown,
	tellingFindings,
	totalsOf,
} from "./comparison-text.ts";

/** A comparison for a terminal: lists of cases, worst first, and the figures last, where the eye is. */
export function renderComparisonText(comparison: Comparison): string {
	const { cases, rewritten } = comparison;
	const lists = changesTold
		.map((change) => ({ title: changeTitles[change], its: cases.filter((one) => one.change === change) }))
		.filter(({ its }) => its.length > 0)
		.map(({ title, its }) => [`${title} (${its.length})`, ...its.flatMap(caseLines)].join("\n"));
	const names = (title: string, its: readonly string[]) =>
		its.length === 0 ? [] : [[`${title} (${its.length})`, ...its].join("\n")];
	const sections = [
		...lists,
		...names(
			"New",
			comparison.new.map(({ id, verdict }) => `  ${visibleLine(id)}  ${verdict}`),
		),
		...names(
			"Gone",
			comparison.gone.map(({ id, verdict }) => `  ${visibleLine(id)}  ${verdict}`),
		),
		...names(
			"Scenario changed",
			rewritten.map(({ id, base, head }) => `  ${visibleLine(id)}  ${base} → ${head}`),
		),
		[
			...caveatsOf(comparison).map((caveat) => `note        ${caveat}`),
			...figuresOf(comparison).map(([name, base, head]) => `${name.padEnd(12)}${base} → ${head}`),
			`cases       ${totalsOf(comparison)}`,
		].join("\n"),
	];
	return `${sections.join("\n\n")}\n`;
}

function caseLines(one: ComparedCase): readonly string[] {
	const { id, base, head, reason, replay, change } = one;
	const findings = tellingFindings(one);
	const verdicts = base === head ? `${head}, with other findings` : `${base} → ${head}`;
	return [
		`  ${visibleLine(id)}  ${verdicts}${reason === undefined ? "" : `: ${shortened(visibleLine(reason), 300)}`}`,
		...(change === "fix" || change === "unplayed"
			? []
			: findings
					.slice(0, mostShown)
					.flatMap(([sign, finding]) => [
						`    ${sign} ${findingText(finding)}`,
						...findingDiff(finding).map((line) => `        ${line}`),
					])),
		...(findings.length > mostShown ? [`    … ${findings.length - mostShown} more findings`] : []),
		...(change === "regression" || change === "undecided" ? [`    replay  ${shortened(visibleLine(replay), 400)}`] : []),
	];
}
