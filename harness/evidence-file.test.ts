import { describe, expect, test } from "vitest";
import type { Evidence } from "./evidence.ts";
import {
	createEvidenceReader,
	type EvidenceFooter,
	type EvidenceFrame,
	type EvidenceHeader,
	evidenceLines,
	parseEvidenceFile,
} from "./evidence-file.ts";
import { InputError } from "./scenario/problem.ts";

const header: EvidenceHeader = {
	evidence: "swf-conformance",
	format: 1,
	kit: "0.1.0",
	target: { name: "mock", endpoint: "https://swf.test", region: "r" },
	client: { name: "sdk", version: "1" },
	clock: "virtual",
	started: "2027-01-01T00:00:00.000Z",
};
const evidence = (id: string): Evidence => ({
	id,
	digest: "d",
	steps: [],
	exchanges: [],
	bindings: { text: 'a line\n"break"' },
	uniqueSuffix: "-1",
	histories: [],
	durationMs: 1,
});
const footer: EvidenceFooter = {
	cases: 2,
	interrupted: false,
	ended: "2027-01-01T00:00:01.000Z",
	unplayed: [{ id: "a/z", verdict: "skipped", reason: "x" }],
};
const lines = [
	evidenceLines.header(header),
	evidenceLines.evidence(evidence("a/x")),
	evidenceLines.evidence(evidence("a/y")),
	evidenceLines.footer(footer),
] as const;

const problem = (text: string): string | undefined => {
	try {
		parseEvidenceFile(text, "e.ndjson");
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
	return undefined;
};

const frameOf = (given: readonly string[], partial = false): EvidenceFrame => {
	const reader = createEvidenceReader("e.ndjson");
	for (const [index, text] of given.entries()) reader.take({ text, number: index + 1 });
	return reader.end({ partial });
};

describe("recorded evidence", () => {
	test("is read as it was written", () => {
		expect(parseEvidenceFile(lines.join(""), "e.ndjson")).toEqual([evidence("a/x"), evidence("a/y")]);
		expect(frameOf(lines)).toEqual({ header, cases: 2, footer });
	});

	test("that was cut off anywhere is refused, and never judged as if it were whole", () => {
		const text = lines.join("").trimEnd();
		for (let length = 0; length < text.length; length += 7)
			expect([length, problem(text.slice(0, length))]).not.toContain(undefined);
	});

	test.each([
		["nothing", "", "e.ndjson:1:1: not evidence of swf-conformance; expected a header line"],
		["a report", '{"report":"swf-conformance"}\n', "e.ndjson:1:1: not evidence of swf-conformance; expected a header line"],
		["a garbled line", `${lines[0]}${lines[1]}{garbage\n${lines[3]}`, "e.ndjson:3:1: not a line of JSON; "],
		["a garbled line after empty ones", `\n${lines[0]}\n{garbage\n${lines[3]}`, "e.ndjson:4:1: not a line of JSON; "],
		[
			"another format",
			`${JSON.stringify({ ...header, format: 2 })}\n${lines[3]}`,
			"e.ndjson:1:1: evidence of format 2; this version reads format 1",
		],
		[
			"no footer",
			lines.slice(0, 3).join(""),
			"e.ndjson:3:1: the evidence ends without its footer: it was cut off after 2 cases; judge what there is with judge --partial, or",
		],
		["a header only", lines[0], "e.ndjson:1:1: the evidence ends without its footer"],
		["a case too few", `${lines[0]}${lines[1]}${lines[3]}`, "e.ndjson:3:1: the footer counts 2 cases, the file has 1"],
		[
			"a line that is no case",
			`${lines[0]}${lines[1]}{"id":"a/y"}\n${lines[3]}`,
			"e.ndjson:3:1: not the evidence of a case: expected id, digest, steps",
		],
		[
			"a header of another shape",
			`{"evidence":"swf-conformance","format":1}\n${lines[1]}${lines[2]}${lines[3]}`,
			"e.ndjson:1:1: not evidence of swf-conformance; expected a header line",
		],
		[
			"unplayed cases of another shape",
			`${lines.slice(0, 3).join("")}{"cases":2,"unplayed":[5]}\n`,
			"e.ndjson:4:1: the evidence ends without its footer",
		],
	])("with %s is refused, with the line", (_, text, expected) => {
		expect(problem(text)).toContain(expected);
	});

	test("that was cut off is read as far as it goes where part of it will do, also when its last line is half a line", () => {
		expect(frameOf(lines.slice(0, 3), true)).toEqual({ header, cases: 2 });
		expect(frameOf([lines[0], lines[1], lines[2].slice(0, 20)], true)).toEqual({ header, cases: 1 });
	});

	test("that is garbled in the middle is refused also where part of it will do", () => {
		expect(() => frameOf([lines[0], lines[1].slice(0, 20), lines[2]], true)).toThrow("e.ndjson:2:1: not a line of JSON");
		expect(() => frameOf([lines[0], lines[3], lines[2]], true)).toThrow("e.ndjson:2:1: not the evidence of a case");
	});
});
