import type { CTRFReport, Test, TestStatus } from "ctrf";
import { fileOf, messageOf } from "./case-message.ts";
import { caseText } from "./case-text.ts";
import { type CaseEntry, type CaseReport, type ReportFrame, type ReportSource, type Verdict, verdicts } from "./report.ts";
import { suiteOf } from "./summarize.ts";
import { type UnmetTest, unmetStatus, unmetSuite, unmetTests } from "./unmet-tests.ts";
import { visibleLine } from "./visible.ts";

/** What ends a run with anything but 0 failed; `rawStatus` has the verdict itself. */
const statuses: { readonly [verdict in Verdict]: TestStatus } = {
	pass: "passed",
	warn: "passed",
	fail: "failed",
	"unexpected-pass": "failed",
	error: "failed",
	inconclusive: "failed",
	unsupported: "skipped",
	skipped: "skipped",
	"expected-failure": "other",
};

/** Common Test Report Format, https://ctrf.io: a test a case, and one for each expectation that is not met. */
export async function* renderCtrf({ frame, entries, cases }: ReportSource): AsyncIterable<string> {
	const { tests: _, ...results } = resultsOf(frame, entries);
	const head: Omit<CTRFReport, "results"> = {
		reportFormat: "CTRF",
		specVersion: "0.0.0",
		timestamp: frame.ended,
		generatedBy: `swf-conformance ${frame.kit.version}`,
	};
	yield `${written({ ...head, results }).replace(/\n {2}\}\n\}$/, "")},\n    "tests": [`;
	let separator = "\n";
	for await (const one of cases()) {
		yield `${separator}      ${written(testOf(one, frame)).replaceAll("\n", "\n      ")}`;
		separator = ",\n";
	}
	for (const each of unmetTests(frame)) {
		yield `${separator}      ${written(unmetTest(each)).replaceAll("\n", "\n      ")}`;
		separator = ",\n";
	}
	yield `${separator === "\n" ? "" : "\n    "}]\n  }\n}\n`;
}

function resultsOf(frame: ReportFrame, entries: readonly CaseEntry[]): CTRFReport["results"] {
	const { kit, target, client, clock, shard, interrupted, summary } = frame;
	const unmet = unmetTests(frame).length;
	const count = (status: TestStatus): number => entries.filter(({ verdict }) => statuses[verdict] === status).length;
	const given = Object.fromEntries(verdicts.map((verdict) => [verdict, summary.verdicts[verdict]]));
	const { divergence, coverage, scored, failed, supported } = summary;
	return {
		tool: { name: "swf-conformance", version: kit.version, extra: { suites: kit.suites, node: kit.node } },
		summary: {
			tests: entries.length + unmet,
			passed: count("passed"),
			failed: count("failed") + unmet,
			skipped: count("skipped"),
			pending: count("pending"),
			other: count("other"),
			suites: Object.keys(summary.suites).length + Math.min(1, unmet),
			start: Date.parse(frame.started),
			stop: Date.parse(frame.ended),
			extra: { verdicts: given, divergence, coverage, scored, failed, supported, interrupted },
		},
		environment: {
			appName: visibleLine(target.name),
			...(target.image === undefined ? {} : { appVersion: visibleLine(target.image.name) }),
			testEnvironment: visibleLine(target.endpoint),
			extra: {
				...{ region: visibleLine(target.region), client: visibleLine(`${client.name} ${client.version}`), clock },
				...(shard === undefined ? {} : { shard: `${shard.index}/${shard.of}` }),
			},
		},
		tests: [],
	};
}

const testOf = (one: CaseReport, frame: ReportFrame): Test => ({
	name: visibleLine(one.id),
	status: statuses[one.verdict],
	rawStatus: one.verdict,
	duration: Math.round(one.durationMs),
	suite: [visibleLine(suiteOf(one))],
	filePath: fileOf(one),
	type: "contract",
	...(one.verdict === "pass" ? {} : { message: messageOf(one) }),
	...(one.verdict === "pass" || statuses[one.verdict] === "skipped" ? {} : { trace: caseText(one, frame) }),
	extra: { level: one.level, clauses: one.clauses.map(visibleLine) },
});

const unmetTest = ({ name, message }: UnmetTest): Test => ({
	...{ name, status: "failed", rawStatus: unmetStatus, duration: 0, suite: [unmetSuite], type: "contract", message },
});

const written = (value: object): string => JSON.stringify(value, null, 2);
