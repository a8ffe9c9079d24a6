import { messageOf } from "./case-message.ts";
import { caseText } from "./case-text.ts";
import { countsText, coverageText, divergenceText, shardText } from "./figures.ts";
import type { CaseReport, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { unmetStatus, unmetTests } from "./unmet-tests.ts";
import { visibleLine } from "./visible.ts";

interface Line {
	readonly result: "ok" | "not ok";
	readonly directive?: "SKIP" | "TODO";
	/** Whether a block of YAML tells more. */
	readonly told: boolean;
}

/** A failing TODO is what TAP has for an expected failure; a passing one would not fail a run, so an unexpected pass is none. */
const lines: { readonly [verdict in Verdict]: Line } = {
	pass: { result: "ok", told: false },
	warn: { result: "ok", told: true },
	fail: { result: "not ok", told: true },
	"unexpected-pass": { result: "not ok", told: true },
	error: { result: "not ok", told: true },
	inconclusive: { result: "not ok", told: true },
	unsupported: { result: "ok", directive: "SKIP", told: false },
	skipped: { result: "ok", directive: "SKIP", told: false },
	"expected-failure": { result: "not ok", directive: "TODO", told: false },
};

/** TAP version 14, https://testanything.org/tap-version-14-specification.html: a test point a case and one for each
 * expectation that is not met. A run that was cut short bails out. */
export async function* renderTap({ frame, entries, cases }: ReportSource): AsyncIterable<string> {
	const unmet = unmetTests(frame);
	const count = entries.length + unmet.length;
	yield `TAP version 14\n1..${count}${count === 0 ? " # SKIP no cases" : ""}\n`;
	let number = 0;
	for await (const one of cases()) {
		number += 1;
		yield pointOf(one, number, frame);
	}
	for (const { name, message } of unmet) {
		number += 1;
		yield `not ok ${number} - ${escaped(name)}\n${yamlBlock([`verdict: ${JSON.stringify(unmetStatus)}`, `message: ${JSON.stringify(message)}`])}`;
	}
	for (const text of [
		...(frame.shard === undefined ? [] : [shardText(frame.shard)]),
		countsText(frame),
		`divergence ${divergenceText(frame.summary)}`,
		`coverage ${coverageText(frame.summary)}`,
	])
		yield `# ${text}\n`;
	if (frame.interrupted) yield `Bail out! the run was interrupted\n`;
}

function pointOf(one: CaseReport, number: number, frame: ReportFrame): string {
	const { result, directive, told } = lines[one.verdict];
	const why = directive === undefined ? "" : ` # ${directive} ${escaped(`${one.verdict}: ${messageOf(one)}`)}`;
	const point = `${result} ${number} - ${escaped(visibleLine(one.id))}${why}\n`;
	return told ? `${point}${yamlOf(one, frame)}` : point;
}

/** What would begin a directive, an escape or, at the end of a line, a subtest. */
const escaped = (text: string): string => text.replace(/[\\#]/g, "\\$&").replace(/\{\s*$/, "$&.");

/** Strings in quotes only, one a line: the YAML that every reader of TAP knows, whatever stands in them. */
const yamlOf = (one: CaseReport, frame: ReportFrame): string =>
	yamlBlock([
		`verdict: ${JSON.stringify(one.verdict)}`,
		`message: ${JSON.stringify(messageOf(one))}`,
		`duration_ms: ${one.durationMs}`,
		"details:",
		...caseText(one, frame)
			.split("\n")
			.map((line) => `  - ${JSON.stringify(line)}`),
	]);

const yamlBlock = (lines: readonly string[]): string => ["---", ...lines, "..."].map((line) => `  ${line}\n`).join("");
