import { fileOf } from "./case-message.ts";
import { caseText } from "./case-text.ts";
import { countsText, coverageText, divergenceText, interruptedText, shardText } from "./figures.ts";
import type { CaseReport, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { shortened, visibleLine } from "./visible.ts";

type Kind = "error" | "warning" | "notice";

/** GitHub shows as many of a kind a step, and drops the rest without a word. */
const mostOfKind = 10;
/** The runner cuts a message at 4,096 characters. */
const longestMessage = 4_000;
/** GitHub's API takes titles of 255 characters. */
const longestTitle = 200;

/** Verdicts that are annotated, those that matter most first. */
const annotated: { readonly [kind in Kind]: readonly Verdict[] } = {
	error: ["fail", "unexpected-pass", "error", "inconclusive"],
	warning: ["warn"],
	notice: [],
};

/**
 * Workflow commands of GitHub Actions, to be printed by a step: an annotation for each of the worst cases, as many as GitHub shows, the
 * last of which says how many there are beyond, and a notice with the figures.
 */
export async function* renderAnnotations(report: ReportSource): AsyncIterable<string> {
	const { frame } = report;
	const { unmet = [] } = frame;
	if (unmet.length > 0) yield command("error", { title: "Expectations that are not met" }, unmet.map(visibleLine).join("\n"));
	yield* annotationsOf("error", report, mostOfKind - Math.min(1, unmet.length));
	yield* annotationsOf("warning", report, mostOfKind);
	const figures = [countsText(frame), `divergence ${divergenceText(frame.summary)}`, `coverage ${coverageText(frame.summary)}`];
	const message = [...(frame.interrupted ? [interruptedText] : []), ...figures].join("\n");
	yield command(
		"notice",
		{
			title: `SWF conformance of ${visibleLine(frame.target.name)}${frame.shard === undefined ? "" : `, ${shardText(frame.shard)}`}`,
		},
		message,
	);
}

async function* annotationsOf(kind: Kind, { frame, entries, cases }: ReportSource, room: number): AsyncIterable<string> {
	const found = annotated[kind].flatMap((verdict) => entries.filter((entry) => entry.verdict === verdict));
	const shown = new Set(found.slice(0, found.length > room ? room - 1 : room).map(({ id }) => id));
	for (const verdict of annotated[kind])
		for await (const one of cases((entry) => entry.verdict === verdict && shown.has(entry.id)))
			yield annotationOf(kind, one, frame);
	const more = found.length - shown.size;
	if (more > 0)
		yield command(kind, { title: `${more} more cases` }, `${more} more cases are not shown here; the other reports have them.`);
}

const annotationOf = (kind: Kind, one: CaseReport, frame: ReportFrame): string =>
	command(kind, { file: fileOf(one), title: `${one.verdict}: ${visibleLine(one.id)}` }, caseText(one, frame));

function command(kind: Kind, properties: { readonly file?: string; readonly title: string }, message: string): string {
	const given = Object.entries(properties).map(([name, value]) => `${name}=${property(shortened(value, longestTitle))}`);
	return `::${kind} ${given.join(",")}::${data(shortened(message, longestMessage))}\n`;
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
