import { visibleLine } from "../../reports/visible.ts";

/** GitHub shows no summary of a step that is longer. */
const mostBytes = 1_048_576;

/** Pages for the summary of a job, one after another, as many as there is room for. */
export function jobSummary(pages: readonly string[]): string {
	let summary = "";
	for (const page of pages) {
		const longer = `${summary}${page.trimEnd()}\n\n`;
		if (Buffer.byteLength(longer) <= mostBytes) summary = longer;
	}
	return summary;
}

/** A page that says why there is no report. Every line is code, so nothing in it is Markdown or HTML. */
export const refusalPage = (code: number, said: string): string =>
	[
		`# swf-conformance ended with ${code}`,
		"",
		...said
			.trimEnd()
			.split("\n")
			.map((line) => `    ${visibleLine(line)}`),
	].join("\n");
