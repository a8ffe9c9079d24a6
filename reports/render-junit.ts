import { messageOf } from "./case-message.ts";
import { caseText } from "./case-text.ts";
import type { CaseEntry, CaseReport, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { suiteOf } from "./summarize.ts";
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

/** JUnit XML: a `testsuite` a suite, a `testcase` a case. */
export async function* renderJunit({ frame, entries, cases }: ReportSource): AsyncIterable<string> {
	const all = { name: "swf-conformance", ...withoutSkipped(counts(entries)) };
	yield '<?xml version="1.0" encoding="UTF-8"?>\n';
	if (entries.length === 0) return yield `${element("testsuites", all)}\n`;
	yield `${openTag("testsuites", all)}\n`;
	for (const suite of new Set(entries.map(suiteOf))) {
		const isIn = (entry: CaseEntry): boolean => suiteOf(entry) === suite;
		yield suiteOpening(suite, entries.filter(isIn), frame);
		for await (const one of cases(isIn)) yield `    ${caseElement(one, frame)}\n`;
		yield "  </testsuite>\n";
	}
	yield "</testsuites>\n";
}

function suiteOpening(suite: string, its: readonly CaseEntry[], frame: ReportFrame): string {
	const about = { name: visibleLine(suite), ...counts(its), timestamp: frame.started.slice(0, 19) };
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

const propertiesOf = ({ kit, target, client, clock }: ReportFrame): Record<string, string> => ({
	"kit.version": kit.version,
	"kit.suites": kit.suites,
	"target.name": target.name,
	"target.endpoint": target.endpoint,
	"target.region": target.region,
	...(target.image === undefined ? {} : { "target.image": target.image.name, "target.image.id": target.image.id }),
	"client.name": client.name,
	"client.version": client.version,
	clock,
});

function caseElement(one: CaseReport, frame: ReportFrame): string {
	const about = { classname: visibleLine(suiteOf(one)), name: visibleLine(one.id), time: seconds(one.durationMs) };
	const told = toldOf(one, frame);
	if (told === undefined) return element("testcase", about);
	return `${openTag("testcase", about)}\n      ${told}\n    </testcase>`;
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

function counts(cases: readonly CaseEntry[]): Counts {
	const count = (outcome: Outcome): string => cases.filter(({ verdict }) => outcomes[verdict] === outcome).length.toString();
	return {
		tests: cases.length.toString(),
		failures: count("failure"),
		errors: count("error"),
		skipped: count("skipped"),
		time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
	};
}

/** The schema that Jenkins' xUnit plugin checks against has no such attribute at the root. */
const withoutSkipped = ({ skipped: _, ...rest }: Counts): Omit<Counts, "skipped"> => rest;

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
