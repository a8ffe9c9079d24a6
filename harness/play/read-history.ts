import type { JsonObject } from "../../specs/wire/json.ts";
import type { CallOptions, Recorded, Recorder } from "./recorder.ts";

/** SWF closes an execution at 25,000 events; a target that pages on beyond that is not followed. */
const mostPages = 250;

/** Reads a whole history, page by page, each page one exchange. Stops at the first page that is no answer, and at a token that repeats. */
export async function readHistory(
	recorder: Recorder,
	step: string,
	input: JsonObject,
	options: CallOptions,
): Promise<readonly Recorded[]> {
	const pages: Recorded[] = [];
	const tokens = new Set<string>();
	let nextPageToken: string | undefined;
	do {
		const page = await recorder.call(
			step,
			"GetWorkflowExecutionHistory",
			{ ...input, ...(nextPageToken === undefined ? {} : { nextPageToken }) },
			options,
		);
		pages.push(page);
		const token = page.outcome.kind === "answer" ? page.outcome.output["nextPageToken"] : undefined;
		nextPageToken = typeof token === "string" && token !== "" && !tokens.has(token) ? token : undefined;
		if (nextPageToken !== undefined) tokens.add(nextPageToken);
	} while (nextPageToken !== undefined && pages.length < mostPages);
	return pages;
}
