import { batchesOf, dataBlock } from "./html/batches.ts";
import { caseFilters } from "./html/case-filters.ts";
import { toHtml } from "./html/markup.ts";
import { pageAssets } from "./html/page-assets.ts";
import { pageHead, summarySections } from "./html/page-head.ts";
import type { ReportClause, ReportSource } from "./report.ts";

/**
 * One page that needs nothing else: the summary and a row a case as HTML, which is there without its script too, and between the rows,
 * compressed, what a case shows when it is opened.
 */
export async function* renderHtml({ frame, cases }: ReportSource): AsyncIterable<string> {
	const { style, script, policy } = await pageAssets();
	const title = toHtml(`SWF conformance of ${frame.target.name}`);
	yield [
		'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">',
		`<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>`,
		...pageHead(frame).map(toHtml),
		"<main>",
		...summarySections(frame).map(toHtml),
		'<section aria-labelledby="cases">\n<h2 id="cases" tabindex="-1">Cases</h2>',
		"<noscript><p>Exchanges, clauses and histories of a case are shown where scripts may run.</p></noscript>",
		toHtml(caseFilters(frame)),
		'<p id="status" role="status"></p>\n<p id="said" class="unseen" role="status"></p>\n',
	].join("\n");
	yield await dataBlock(JSON.stringify(Object.fromEntries(Object.entries(frame.clauses).map(inOrder))), "clause-data");
	yield* areas(cases());
	yield `</section>\n</main>\n<footer><p>${toHtml(`swf-conformance ${frame.kit.version}`)}</p></footer>\n<script>${script}</script>\n</body>\n</html>\n`;
}

/** The same report gives the same page, whatever order its members were made in. */
const inOrder = ([name, { id, level, sources, standing, text }]: readonly [string, ReportClause]): readonly [
	string,
	ReportClause,
] => [name, { id, level, sources, standing, text }];

/** A section an area, as its cases come. */
async function* areas(cases: Parameters<typeof batchesOf>[0]): AsyncIterable<string> {
	let open: string | undefined;
	for await (const { suite, html } of batchesOf(cases)) {
		if (suite !== open) {
			const name = toHtml(suite);
			yield `${open === undefined ? "" : "</section>\n"}<section class="area" id="area=${name}">\n<h3>${name}</h3>\n`;
			open = suite;
		}
		yield html;
	}
	if (open !== undefined) yield "</section>\n";
}
