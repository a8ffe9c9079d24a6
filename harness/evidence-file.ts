import type { Line } from "../reports/lines.ts";
import type { Report, Shard } from "../reports/report.ts";
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
	/** What was typed to record it, ready for a shell, without secrets. */
	readonly command?: string;
	/** Which part of the cases was played, where several runs share them. */
	readonly shard?: Shard;
	/** With it: the digest of all scenarios that were asked for, also those that other shards play. */
	readonly suites?: string;
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

/** Recorded evidence but for the cases. */
export interface EvidenceFrame {
	readonly header: EvidenceHeader;
	/** Absent where the file was cut off. */
	readonly footer?: EvidenceFooter;
	/** How many there are. */
	readonly cases: number;
}

/** Takes recorded evidence line by line. Throws an InputError for a line that is none, once it is known not to be a cut end. */
export interface EvidenceReader {
	/** The case of this line; undefined for the header and the footer. */
	take(line: Pick<Line, "text" | "number">): Evidence | undefined;
	/** Throws an InputError for a file without an end, unless part of one will do. */
	end(options?: { readonly partial: boolean }): EvidenceFrame;
}

const notJson = "not a line of JSON; evidence is recorded by run, as evidence.ndjson in the folder of its reports";
const noCase = "not the evidence of a case: expected id, digest, steps, exchanges, bindings and histories";
const noEvidence = "not evidence of swf-conformance; expected a header line";

export function createEvidenceReader(file: string): EvidenceReader {
	const refuse = (line: number, message: string): never => {
		throw new InputError([{ file, at: { line, column: 1 }, message }]);
	};
	let header: EvidenceHeader | undefined;
	let footer: EvidenceFooter | undefined;
	let wrong: string | undefined;
	let [cases, last] = [0, 1];
	return {
		take({ text, number }) {
			// Only a last line may be half a line, and only a last one the footer.
			if (wrong !== undefined) refuse(last, wrong);
			if (footer !== undefined) refuse(last, noCase);
			last = number;
			const value = parsed(text);
			if (header === undefined) {
				header = headerIn(value) ?? refuse(number, wrongHeader(value));
				return undefined;
			}
			if (isEvidence(value)) {
				cases += 1;
				return value;
			}
			if (isFooter(value)) footer = value;
			else wrong = value === undefined ? notJson : noCase;
			return undefined;
		},
		end({ partial } = { partial: false }) {
			if (header === undefined) return refuse(1, noEvidence);
			if (footer === undefined && partial) return { header, cases };
			if (footer === undefined) {
				const these = cases === 1 ? "1 case" : `${cases} cases`;
				return refuse(
					last,
					`the evidence ends without its footer: it was cut off after ${these}; judge what there is with judge --partial, or record it again`,
				);
			}
			if (cases !== footer.cases) refuse(last, `the footer counts ${footer.cases} cases, the file has ${cases}`);
			return { header, footer, cases };
		},
	};
}

/** Reads recorded evidence that is in memory. Throws an InputError for a line that is none and for a file without an end. */
export function parseEvidenceFile(text: string, file: string): readonly Evidence[] {
	const reader = createEvidenceReader(file);
	const evidence = text
		.split("\n")
		.flatMap((line, index) => (line === "" ? [] : (reader.take({ text: line, number: index + 1 }) ?? [])));
	reader.end();
	return evidence;
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

const headerIn = (value: unknown): EvidenceHeader | undefined =>
	isJsonObject(value) && value["evidence"] === "swf-conformance" && value["format"] === 1 && isHeader(value)
		? (value as unknown as EvidenceHeader)
		: undefined;

const wrongHeader = (value: unknown): string =>
	isJsonObject(value) && value["evidence"] === "swf-conformance" && value["format"] !== 1
		? `evidence of format ${String(value["format"])}; this version reads format 1`
		: noEvidence;

const hasTexts = (value: unknown, ...names: readonly string[]): boolean =>
	isJsonObject(value) && names.every((name) => typeof value[name] === "string");

const isHeader = (value: JsonObject): boolean =>
	hasTexts(value, "kit", "clock", "started") &&
	hasTexts(value["target"], "name", "endpoint", "region") &&
	hasTexts(value["client"], "name", "version") &&
	(value["shard"] === undefined || isShard(value["shard"]));

const isShard = (value: unknown): boolean =>
	isJsonObject(value) && Number.isInteger(value["index"]) && Number.isInteger(value["of"]);

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
