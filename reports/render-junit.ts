import { messageOf } from "./case-message.ts";
import { caseText } from "./case-text.ts";
import { shardText } from "./figures.ts";
import type { CaseEntry, CaseReport, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { suiteOf } from "./summarize.ts";
import { type UnmetTest, unmetStatus, unmetSuite, unmetTests } from "./unmet-tests.ts";
import { visibleLine } from "./visible.ts";
import { element, openTag } from "./xml.ts";

type Outcome = "failure" | "error" | "skipped" | "passed";

/** JUnit has four outcomes. What is neither a pass nor a divergence is never among the passed. */
const outcomes: { readonly [verdict in Verdict]: Outcome } = {
	pass: "passed",
	warn: "passed",
	fail: "failure",
	"unexpected-pass": "failure",
	error: "error",
	inconclusive: "error",
	unsupported: "skipped",
	skipped: "skipped",
	"expected-failure": "skipped",
};

/** JUnit XML: a `testsuite` a suite, a `testcase` a case; and one more for expectations that are not met. */
export async function* renderJunit({ frame, entries, cases }: ReportSource): AsyncIterable<string> {
	const unmet = unmetTests(frame);
	const all = { name: nameOf(frame), ...withoutSkipped(counts(entries, unmet.length)) };
	yield '<?xml version="1.0" encoding="UTF-8"?>\n';
	if (entries.length + unmet.length === 0) return yield `${element("testsuites", all)}\n`;
	yield `${openTag("testsuites", all)}\n`;
	for (const suite of new Set(entries.map(suiteOf))) {
		const isIn = (entry: CaseEntry): boolean => suiteOf(entry) === suite;
		yield suiteOpening(suite, counts(entries.filter(isIn)), frame);
		for await (const one of cases(isIn)) yield `    ${caseElement(one, frame)}\n`;
		yield "  </testsuite>\n";
	}
	if (unmet.length > 0) {
		yield suiteOpening(unmetSuite, counts([], unmet.length), frame);
		for (const each of unmet) yield `    ${unmetElement(each)}\n`;
		yield "  </testsuite>\n";
	}
	yield "</testsuites>\n";
}

function suiteOpening(suite: string, its: Counts, frame: ReportFrame): string {
	const about = { name: visibleLine(suite), ...its, timestamp: frame.started.slice(0, 19) };
	const properties = Object.entries(propertiesOf(frame)).map(([name, value]) =>
		element("property", { name, value: visibleLine(value) }),
	);
	return [
		`  ${openTag("testsuite", about)}`,
		"    <properties>",
		...properties.map((property) => `      ${property}`),
		"    </properties>\n",
	].join("\n");
}

/** Readers that put several files together know a shard by it. */
const nameOf = ({ shard }: ReportFrame): string => `swf-conformance${shard === undefined ? "" : `, ${shardText(shard)}`}`;

const propertiesOf = ({ kit, target, client, clock, shard }: ReportFrame): Record<string, string> => ({
	"kit.version": kit.version,
	"kit.suites": kit.suites,
	"target.name": target.name,
	"target.endpoint": target.endpoint,
	"target.region": target.region,
	...(target.image === undefined ? {} : { "target.image": target.image.name, "target.image.id": target.image.id }),
	"client.name": client.name,
	"client.version": client.version,
	clock,
	...(shard === undefined ? {} : { shard: `${shard.index}/${shard.of}` }),
});

function caseElement(one: CaseReport, frame: ReportFrame): string {
	const about = { classname: visibleLine(suiteOf(one)), name: visibleLine(one.id), time: seconds(one.durationMs) };
	const told = toldOf(one, frame);
	if (told === undefined) return element("testcase", about);
	return `${openTag("testcase", about)}\n      ${told}\n    </testcase>`;
}

function unmetElement({ name, message }: UnmetTest): string {
	const failure = element("failure", { type: unmetStatus, message }, message);
	return `${openTag("testcase", { classname: unmetSuite, name, time: seconds(0) })}\n      ${failure}\n    </testcase>`;
}

function toldOf(one: CaseReport, frame: ReportFrame): string | undefined {
	const outcome = outcomes[one.verdict];
	if (outcome === "passed") return one.verdict === "warn" ? element("system-out", {}, caseText(one, frame)) : undefined;
	// Jenkins reads the attribute and GitLab the text.
	const skipped = `${one.verdict}: ${messageOf(one)}`;
	if (outcome === "skipped") return element(outcome, { message: skipped }, skipped);
	const type = one.verdict === "fail" ? "MUST" : one.verdict;
	return element(outcome, { type, message: messageOf(one) }, caseText(one, frame));
}

interface Counts {
	readonly tests: string;
	readonly failures: string;
	readonly errors: string;
	readonly skipped: string;
	readonly time: string;
}

/** @param unmet failing tests beside the cases */
function counts(cases: readonly CaseEntry[], unmet = 0): Counts {
	const count = (outcome: Outcome): number => cases.filter(({ verdict }) => outcomes[verdict] === outcome).length;
	return {
		tests: String(cases.length + unmet),
		failures: String(count("failure") + unmet),
		errors: String(count("error")),
		skipped: String(count("skipped")),
		time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
	};
}

/** The schema that Jenkins' xUnit plugin checks against has no such attribute at the root. */
const withoutSkipped = ({ skipped: _, ...rest }: Counts): Omit<Counts, "skipped"> => rest;

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
