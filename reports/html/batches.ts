import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { CaseReport } from "../report.ts";
import { suiteOf } from "../summarize.ts";
import { caseDetails } from "./case-details.ts";
import { caseRow } from "./case-row.ts";
import { toHtml } from "./markup.ts";

const deflated = promisify(deflate);

/** Characters of details that are compressed together: more make a smaller page, fewer are unpacked faster when a case is opened. */
const batchCharacters = 256 * 1024;

/** How many batches are compressed at once, at most; their order does not change. */
const atOnce = 4;

/** Cases of one suite that follow one another. */
interface Batch {
	readonly suite: string;
	/** HTML of the cases, and of the details of all of them together. */
	readonly html: string;
}

/** The cases, in batches, so that a page of any length takes the memory of a few of them. */
export async function* batchesOf(cases: AsyncIterable<CaseReport>): AsyncIterable<Batch> {
	const underWay: Promise<Batch>[] = [];
	for await (const batch of gathered(cases)) {
		underWay.push(finished(batch));
		const first = underWay.length < atOnce ? undefined : underWay.shift();
		if (first !== undefined) yield await first;
	}
	for (const batch of underWay) yield await batch;
}

interface Gathered {
	readonly suite: string;
	readonly rows: string;
	/** JSON of each. */
	readonly details: readonly string[];
}

async function* gathered(cases: AsyncIterable<CaseReport>): AsyncIterable<Gathered> {
	let [suite, rows, characters] = ["", "", 0];
	let details: string[] = [];
	for await (const one of cases) {
		if (details.length > 0 && (suiteOf(one) !== suite || characters >= batchCharacters)) {
			yield { suite, rows, details };
			[rows, characters, details] = ["", 0, []];
		}
		suite = suiteOf(one);
		const text = JSON.stringify(caseDetails(one));
		rows += `${toHtml(caseRow(one))}\n`;
		details.push(text);
		characters += text.length;
	}
	if (details.length > 0) yield { suite, rows, details };
}

const finished = async ({ suite, rows, details }: Gathered): Promise<Batch> => ({
	suite,
	html: `<div class="batch">\n${rows}${await dataBlock(`[${details.join(",")}]`)}</div>\n`,
});

/**
 * JSON for the script of the page, compressed. The browser runs nothing of this type, and no letter of base64 ends the element or means
 * anything in HTML, whatever the JSON holds.
 */
export const dataBlock = async (json: string, id?: string): Promise<string> =>
	`<script type="application/x-deflate-base64"${id === undefined ? "" : ` id="${id}"`}>${(await deflated(json)).toString("base64")}</script>\n`;
