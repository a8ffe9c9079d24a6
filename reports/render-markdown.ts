import { countsText, coverageText, divergenceText, interruptedText, shardText, skewText, verdictsGiven } from "./figures.ts";
import { mostFindings } from "./finding-text.ts";
import { codeText, inertText, summaryBytes, tableHead, tableRow } from "./markdown.ts";
import { caseBlock, clauseLink, reasonRow, warningRows } from "./markdown-case.ts";
import { listedIds, outcomeText, profileNotes } from "./profiles/profile-outcome.ts";
import type { CaseEntry, CaseReport, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { type Section, withinLimit } from "./sections.ts";

/** A page for the summary of a CI job. Whatever a target sent is shown as text and stays inside its place. */
export async function* renderMarkdown(report: ReportSource): AsyncIterable<string> {
	const { frame } = report;
	const block = (one: CaseReport): readonly string[] => [caseBlock(one, frame)];
	yield* withinLimit(
		[
			opening(frame),
			profileList(frame),
			suiteTable(frame),
			unmetList(frame),
			sectionOf(report, { title: "Failures", each: given("fail"), blocks: block }),
			sectionOf(report, { title: "Unexpected passes", each: given("unexpected-pass"), blocks: block }),
			sectionOf(report, { title: "Errors and inconclusive cases", each: given("error", "inconclusive"), blocks: block }),
			sectionOf(report, {
				title: "Warnings",
				head: ["case", "what", "clause"],
				each: ({ verdict, findings }) => (verdict === "warn" ? Math.min(findings, mostFindings) : 0),
				blocks: (one) => warningRows(one, frame),
			}),
			sectionOf(report, {
				title: "Seen where the contract leaves a choice",
				head: ["case", "step", "seen", "clause"],
				each: ({ observations }) => observations,
				blocks: (one) => observationRows(one, frame),
			}),
			...(["expected-failure", "unsupported"] as const).map((verdict) =>
				sectionOf(report, {
					title: verdict === "unsupported" ? "Unsupported" : "Expected failures",
					head: ["case", "reason"],
					each: given(verdict),
					blocks: (one) => [reasonRow(one)],
				}),
			),
		],
		summaryBytes,
	);
}

const codesText = (texts: readonly string[]): string => texts.map((text) => codeText(text)).join(", ");

const imageText = ({ name, id, digest = id }: NonNullable<ReportFrame["target"]["image"]>): string =>
	`${codeText(name)}, ${codeText(digest)}`;

const given =
	(...verdicts: readonly Verdict[]) =>
	({ verdict }: CaseEntry): number =>
		verdicts.includes(verdict) ? 1 : 0;

interface About {
	readonly title: string;
	/** Names of the columns, where the blocks are rows of a table. */
	readonly head?: readonly string[];
	/** How many blocks tell of a case. */
	readonly each: (entry: CaseEntry) => number;
	readonly blocks: (one: CaseReport) => readonly string[];
}

function sectionOf({ entries, cases }: ReportSource, { title, head, each, blocks }: About): Section {
	const count = entries.reduce((sum, entry) => sum + each(entry), 0);
	return {
		title: `## ${title} (${count})`,
		...(head === undefined ? {} : { head: tableHead(head, "left") }),
		separator: head === undefined ? "\n\n" : "\n",
		count,
		blocks: (async function* () {
			for await (const one of cases((entry) => each(entry) > 0)) yield* blocks(one);
		})(),
	};
}

function opening(report: ReportFrame): Section {
	const { kit, target, client, clock, started, ended, interrupted, expectations, expectationsDigest, summary } = report;
	const { command, shard, answers: { servers = [] } = {} } = report;
	const facts = [
		["target", `${codeText(target.name)} at ${codeText(target.endpoint)}, region ${codeText(target.region)}`],
		...(target.image === undefined ? [] : [["image", imageText(target.image)]]),
		["client", `${codeText(client.name)} ${codeText(client.version)}`],
		...(servers.length === 0 ? [] : [["server", codesText(servers)]]),
		["clock", `${clock}${skewText(report)}`],
		["kit", `${codeText(kit.version)}, suites ${codeText(kit.suites)}, Node ${codeText(kit.node)}`],
		...(shard === undefined ? [] : [["part", `${shardText(shard)}: the figures are those of its cases`]]),
		["run", `${codeText(started)} to ${codeText(ended)}`],
		...(expectations === undefined ? [] : [["expectations", codesText([expectations, expectationsDigest ?? []].flat())]]),
		...(command === undefined ? [] : [["command", codeText(command)]]),
	];
	return {
		title: `# SWF conformance of ${codeText(target.name)}${shard === undefined ? "" : `, ${shardText(shard)}`}`,
		separator: "\n\n",
		...counted([
			`**Divergence** ${divergenceText(summary)}  \n**Coverage** ${coverageText(summary)}`,
			`${countsText(report)}.`,
			...(interrupted ? [`> **${interruptedText}**`] : []),
			[tableHead(["", ""], "left"), ...facts.map(tableRow)].join("\n"),
		]),
	};
}

function suiteTable(report: ReportFrame): Section {
	const verdictsSeen = verdictsGiven(report);
	return {
		title: "## Suites",
		head: tableHead(["suite", ...verdictsSeen, "failed / scored", "supported / scored"], "right"),
		separator: "\n",
		...counted(
			Object.entries(report.summary.suites).map(([suite, { verdicts, scored, failed, supported }]) =>
				tableRow([
					codeText(suite),
					...verdictsSeen.map((verdict) => verdicts[verdict].toString()),
					`${failed} / ${scored}`,
					`${supported} / ${scored}`,
				]),
			),
		),
	};
}

const unmetList = ({ unmet = [] }: ReportFrame): Section => ({
	title: `## Expectations that are not met (${unmet.length})`,
	separator: "\n",
	...counted(unmet.map((line) => `- ${inertText(line)}`)),
});

const profileList = ({ profiles = [] }: ReportFrame): Section => ({
	title: "## Profiles",
	separator: "\n",
	...counted(
		profiles.flatMap((outcome) => [
			`- **${inertText(outcomeText(outcome))}**`,
			...profileNotes(outcome).map(({ what, ids }) => `  - ${what}: ${listedIds(ids, codeText)}`),
		]),
	),
});

const counted = (blocks: readonly string[]): Pick<Section, "count" | "blocks"> => ({ count: blocks.length, blocks });

const observationRows = ({ id, observations }: CaseReport, frame: ReportFrame): readonly string[] =>
	observations.map(({ step, clause, reading }) =>
		tableRow([codeText(id), inertText(step), inertText(reading), clauseLink(clause, frame)]),
	);
