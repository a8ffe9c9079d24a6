import { fileOf } from "./case-message.ts";
import { caseText } from "./case-text.ts";
import { countsText, coverageText, divergenceText, interruptedText, shardText } from "./figures.ts";
import type { CaseReport, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { visibleLine } from "./visible.ts";
import { type AnnotationKind, annotationLine } from "./workflow-command.ts";

/** GitHub shows as many of a kind a step, and drops the rest without a word. */
const mostOfKind = 10;

/** Verdicts that are annotated, those that matter most first. */
const annotated: { readonly [kind in AnnotationKind]: readonly Verdict[] } = {
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
	if (unmet.length > 0)
		yield annotationLine("error", { title: "Expectations that are not met" }, unmet.map(visibleLine).join("\n"));
	yield* annotationsOf("error", report, mostOfKind - Math.min(1, unmet.length));
	yield* annotationsOf("warning", report, mostOfKind);
	const figures = [countsText(frame), `divergence ${divergenceText(frame.summary)}`, `coverage ${coverageText(frame.summary)}`];
	const message = [...(frame.interrupted ? [interruptedText] : []), ...figures].join("\n");
	const title = `SWF conformance of ${visibleLine(frame.target.name)}${frame.shard === undefined ? "" : `, ${shardText(frame.shard)}`}`;
	yield annotationLine("notice", { title }, message);
}

async function* annotationsOf(
	kind: AnnotationKind,
	{ frame, entries, cases }: ReportSource,
	room: number,
): AsyncIterable<string> {
	const found = annotated[kind].flatMap((verdict) => entries.filter((entry) => entry.verdict === verdict));
	const shown = new Set(found.slice(0, found.length > room ? room - 1 : room).map(({ id }) => id));
	for (const verdict of annotated[kind])
		for await (const one of cases((entry) => entry.verdict === verdict && shown.has(entry.id)))
			yield annotationOf(kind, one, frame);
	const more = found.length - shown.size;
	if (more > 0)
		yield annotationLine(
			kind,
			{ title: `${more} more cases` },
			`${more} more cases are not shown here; the other reports have them.`,
		);
}

const annotationOf = (kind: AnnotationKind, one: CaseReport, frame: ReportFrame): string =>
	annotationLine(kind, { file: fileOf(one), title: `${one.verdict}: ${visibleLine(one.id)}` }, caseText(one, frame));
