import type { Report } from "../reports/report.ts";
import { isJsonObject, type JsonObject } from "../specs/wire/json.ts";
import type { Evidence } from "./evidence.ts";
import { InputError } from "./scenario/problem.ts";

/** What evidence was recorded with; the first line of the file. */
export interface EvidenceHeader {
	readonly evidence: "swf-conformance";
	readonly format: 1;
	readonly kit: string;
	readonly target: Report["target"];
	readonly client: Report["client"];
	readonly clock: "virtual" | "wall";
	readonly started: string;
}

/** One line of JSON for each case, between a header and a footer that tells how many there are: a file that was cut off is noticed. */
export const evidenceLines = {
	header: (header: EvidenceHeader): string => `${JSON.stringify(header)}\n`,
	evidence: (evidence: Evidence): string => `${JSON.stringify(evidence)}\n`,
	footer: (footer: EvidenceFooter): string => `${JSON.stringify(footer)}\n`,
};

/** The last line: without it a file was cut off. */
export interface EvidenceFooter {
	readonly cases: number;
	readonly interrupted: boolean;
	readonly ended: string;
	readonly unplayed: readonly { readonly id: string; readonly verdict: "skipped" | "unsupported"; readonly reason: string }[];
}

export interface EvidenceFile {
	readonly header: EvidenceHeader;
	readonly evidence: readonly Evidence[];
	readonly footer: EvidenceFooter;
}

/** Reads recorded evidence. Throws an InputError for a line that is none and for a file without an end. */
export function parseEvidenceFile(text: string, file: string): EvidenceFile {
	const refuse = (line: number, message: string): never => {
		throw new InputError([{ file, at: { line, column: 1 }, message }]);
	};
	const lines = text.split("\n").flatMap((line, index) => (line === "" ? [] : [{ line, number: index + 1 }]));
	const numberOf = (index: number) => lines.at(index)?.number ?? 1;
	const parsed = lines.map(({ line, number }): unknown => {
		try {
			return JSON.parse(line);
		} catch {
			return refuse(number, "not a line of JSON; evidence is recorded by run, as evidence.ndjson in the folder of its reports");
		}
	});
	const [header, ...rest] = parsed;
	if (isJsonObject(header) && header["evidence"] === "swf-conformance" && header["format"] !== 1)
		return refuse(numberOf(0), `evidence of format ${String(header["format"])}; this version reads format 1`);
	if (!isJsonObject(header) || header["evidence"] !== "swf-conformance" || !isHeader(header))
		return refuse(numberOf(0), "not evidence of swf-conformance; expected a header line");
	const footer = rest.at(-1);
	if (!isFooter(footer)) return refuse(numberOf(-1), "the evidence ends without its footer: it was cut off; record it again");
	const evidence = rest.slice(0, -1);
	if (evidence.length !== footer.cases)
		return refuse(numberOf(-1), `the footer counts ${footer.cases} cases, the file has ${evidence.length}`);
	for (const [index, each] of evidence.entries()) {
		if (!isEvidence(each))
			refuse(numberOf(index + 1), "not the evidence of a case: expected id, digest, steps, exchanges, bindings and histories");
	}
	return {
		header: header as unknown as EvidenceHeader,
		evidence: evidence as readonly Evidence[],
		footer,
	};
}

const hasTexts = (value: unknown, ...names: readonly string[]): boolean =>
	isJsonObject(value) && names.every((name) => typeof value[name] === "string");

const isHeader = (value: JsonObject): boolean =>
	hasTexts(value, "kit", "clock", "started") &&
	hasTexts(value["target"], "name", "endpoint", "region") &&
	hasTexts(value["client"], "name", "version");

const isFooter = (value: unknown): value is EvidenceFooter =>
	isJsonObject(value) &&
	typeof value["cases"] === "number" &&
	typeof value["interrupted"] === "boolean" &&
	typeof value["ended"] === "string" &&
	Array.isArray(value["unplayed"]) &&
	value["unplayed"].every((each) => hasTexts(each, "id", "verdict", "reason"));

function isEvidence(value: unknown): value is Evidence {
	return (
		isJsonObject(value) &&
		typeof value["id"] === "string" &&
		typeof value["digest"] === "string" &&
		Array.isArray(value["steps"]) &&
		Array.isArray(value["exchanges"]) &&
		Array.isArray(value["histories"]) &&
		isJsonObject(value["bindings"])
	);
}
