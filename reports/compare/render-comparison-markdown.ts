import { codeText, fencedBlock, inertText, summaryBytes, tableHead, tableRow } from "../markdown.ts";
import { type Section, withinLimit } from "../sections.ts";
import type { ComparedCase, Comparison, OneSided } from "./comparison.ts";
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

/** A comparison for the summary of a CI job, piece by piece: regressions first, each in full; the rest as tables. */
export function renderComparisonMarkdown(comparison: Comparison): AsyncIterable<string> {
	const { cases, rewritten } = comparison;
	const of = (change: ComparedCase["change"]) => cases.filter((one) => one.change === change);
	const oneSided = ({ id, verdict }: OneSided) => [codeText(id), verdict];
	return withinLimit(
		[
			opening(comparison),
			...changesTold.map((change) =>
				change === "regression"
					? list(changeTitles[change], of(change).map(regression))
					: table(changeTitles[change], ["case", "verdicts", "what"], of(change).map(row)),
			),
			table("New", ["case", "verdict"], comparison.new.map(oneSided)),
			table("Gone", ["case", "verdict"], comparison.gone.map(oneSided)),
			table(
				"Scenario changed",
				["case", "verdicts"],
				rewritten.map(({ id, base, head }) => [codeText(id), `${base} → ${head}`]),
			),
		],
		summaryBytes,
	);
}

function opening(comparison: Comparison): Section {
	const { summary, base, head } = comparison;
	const verdictText = summary.changes.regression === 0 ? "No regression" : totalsOf(comparison);
	const blocks = [
		[
			tableHead(["", "base", "head"], "left"),
			...figuresOf(comparison).map((cells) => tableRow(cells.map((cell) => inertText(cell)))),
		].join("\n"),
		inertText(`${totalsOf(comparison)}.`),
		...caveatsOf(comparison).map((caveat) => `> ${inertText(caveat)}`),
	];
	return {
		title: `# ${codeText(base.target.name)} → ${codeText(head.target.name)}: ${inertText(verdictText)}`,
		separator: "\n\n",
		...{ count: blocks.length, blocks },
	};
}

const list = (title: string, blocks: readonly string[]): Section => ({
	title: `## ${title} (${blocks.length})`,
	separator: "\n\n",
	...{ count: blocks.length, blocks },
});

const table = (title: string, names: readonly string[], rows: readonly (readonly string[])[]): Section => ({
	...list(title, rows.map(tableRow)),
	head: tableHead(names, "left"),
	separator: "\n",
});

const regression = (one: ComparedCase): string =>
	[
		`### ${codeText(one.id)}: ${one.base} → ${one.head}`,
		...(one.reason === undefined ? [] : [inertText(one.reason)]),
		...tellingFindings(one)
			.slice(0, mostShown)
			.flatMap(([, finding]) => {
				const lines = findingDiff(finding);
				return [inertText(findingText(finding)), ...(lines.length === 0 ? [] : [fencedBlock("diff", lines)])];
			}),
		...(one.added.length > mostShown ? [`… ${one.added.length - mostShown} more findings`] : []),
		fencedBlock("sh", [one.replay]),
	].join("\n\n");

function row(one: ComparedCase): readonly string[] {
	const findings = one.change === "fix" ? [] : tellingFindings(one).slice(0, mostShown);
	const what = [
		...(one.reason === undefined ? [] : [one.reason]),
		...findings.map(([sign, finding]) => `${sign} ${findingText(finding)}`),
	];
	return [codeText(one.id), one.base === one.head ? one.head : `${one.base} → ${one.head}`, inertText(what.join(" · "))];
}
