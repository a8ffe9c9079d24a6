import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { caseText } from "./case-text.ts";
import { informationalText } from "./figures.ts";
import { redactReport } from "./redact-report.ts";
import type { CaseReport, Report, Verdict } from "./report.ts";
import { suiteOf } from "./summarize.ts";
import { shortened, visibleLine } from "./visible.ts";

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
export async function renderJunit(given: Report): Promise<string> {
	const report = redactReport(given);
	const { create } = await import("xmlbuilder2");
	const root = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\ufffd" }).ele("testsuites", {
		name: "swf-conformance",
		...withoutSkipped(counts(report.cases)),
	});
	for (const suite of new Set(report.cases.map(suiteOf))) addSuite(root, suite, report);
	return `${root.end({ prettyPrint: true, indent: "  " })}\n`;
}

function addSuite(root: XMLBuilder, suite: string, report: Report): void {
	const cases = report.cases.filter((one) => suiteOf(one) === suite);
	const element = root.ele("testsuite", { name: visibleLine(suite), ...counts(cases), timestamp: report.started.slice(0, 19) });
	const properties = element.ele("properties");
	for (const [name, value] of Object.entries(propertiesOf(report)))
		properties.ele("property", { name, value: visibleLine(value) });
	for (const one of cases) addCase(element, one, report);
}

const propertiesOf = ({ kit, target, client, clock }: Report): Record<string, string> => ({
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

function addCase(suite: XMLBuilder, one: CaseReport, report: Report): void {
	const element = suite.ele("testcase", {
		classname: visibleLine(suiteOf(one)),
		name: visibleLine(one.id),
		time: seconds(one.durationMs),
	});
	const outcome = outcomes[one.verdict];
	if (outcome === "skipped") element.ele(outcome, { message: `${one.verdict}: ${messageOf(one)}` });
	else if (outcome !== "passed")
		element
			.ele(outcome, { type: one.verdict === "fail" ? "MUST" : one.verdict, message: messageOf(one) })
			.txt(caseText(one, report));
	else if (one.verdict === "warn") element.ele("system-out").txt(caseText(one, report));
}

/** One line: readers of XML turn a line break in an attribute into a space. */
function messageOf({ reason, findings, level }: CaseReport): string {
	const worst = findings.find((finding) => finding.level === "MUST") ?? findings[0];
	const message = shortened(visibleLine(reason ?? worst?.message ?? "no reason given"), 500);
	return level === "MAY" ? `${message} (${informationalText})` : message;
}

interface Counts {
	readonly tests: string;
	readonly failures: string;
	readonly errors: string;
	readonly skipped: string;
	readonly time: string;
}

function counts(cases: readonly CaseReport[]): Counts {
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
