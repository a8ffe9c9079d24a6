import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Evidence } from "../evidence.ts";
import { parseEvidenceFile } from "../evidence-file.ts";
import { InputError } from "../scenario/problem.ts";
import type { Batch, Place } from "./batch.ts";
import { exchangeBatch, isExchange } from "./exchanges.ts";
import { historyBatches } from "./histories.ts";
import { jsonValues } from "./json-values.ts";
import { eventsIn } from "./wire-events.ts";

interface Document<Of extends Json = Json> {
	readonly document: Of;
	readonly place: Place;
}

/**
 * Reads what people have at hand: histories and pages of them, lists of events, exchanges, decision tasks, and evidence of this kit. Exchanges of
 * all files are one story, in the order of the files. Throws an InputError for what is none of these.
 */
export function readBatches(files: readonly { readonly file: string; readonly text: string }[]): readonly Batch[] {
	const evidence: Batch[] = [];
	const exchanges: Document<JsonObject>[] = [];
	const histories: Document[] = [];
	for (const { file, text } of files) {
		const values = jsonValues(text, file);
		if (values.slice(0, 1).some(({ value }) => isJsonObject(value) && value["evidence"] === "swf-conformance")) {
			evidence.push(...parseEvidenceFile(text, file).map((each, index) => evidenceBatch(each, { file, line: index + 2 })));
			continue;
		}
		for (const { document, place } of values.flatMap(({ value, line }) => flat({ document: value, place: { file, line } }))) {
			if (isExchange(document)) exchanges.push({ document, place });
			else if (isDecisionTask(document)) exchanges.push({ document: polled(document), place });
			else if (eventsIn(document) !== undefined) histories.push({ document, place });
			else
				throw new InputError([
					{ file, at: { line: place.line, column: 1 }, message: "neither a history, nor a list of events, nor an exchange" },
				]);
		}
	}
	return [...evidence, ...(exchanges.length === 0 ? [] : [exchangeBatch(exchanges)]), ...historyBatches(histories)];
}

/** Lists of pages, or of exchanges, are the same as one after the other; a list of events is one. */
const flat = ({ document, place }: Document): readonly Document[] =>
	Array.isArray(document) && eventsIn(document) === undefined
		? document.map((each: Json) => ({ document: each, place }))
		: [{ document, place }];

const isDecisionTask = (document: Json): document is JsonObject =>
	isJsonObject(document) && Array.isArray(document["events"]) && typeof document["startedEventId"] === "number";

/** An answer of PollForDecisionTask by itself tells of which execution it is, and no domain. */
const polled = (document: JsonObject): JsonObject => ({
	operation: "PollForDecisionTask",
	request: { taskList: { name: "unknown" } },
	body: document,
});

const evidenceBatch = ({ id, exchanges }: Evidence, place: Place): Batch => ({
	exchanges,
	places: exchanges.map(() => place),
	what: `the case ${id}`,
});
