import type { XMLBuilderCB } from "xmlbuilder2/lib/interfaces.js";
import { messageOf } from "./case-message.ts";
import { caseText } from "./case-text.ts";
import type { CaseEntry, CaseReport, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { suiteOf } from "./summarize.ts";
import { visibleLine } from "./visible.ts";

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
	const { createCB } = await import("xmlbuilder2");
	const chunks: string[] = [];
	const root = createCB({
		...{ prettyPrint: true, indent: "  ", invalidCharReplacement: "\ufffd" },
		data: (chunk: string) => chunks.push(chunk),
		error: (error: Error) => {
			throw error;
		},
	});
	root.dec({ version: "1.0", encoding: "UTF-8" });
	root.ele("testsuites").att({ name: "swf-conformance", ...withoutSkipped(counts(entries)) });
	for (const suite of new Set(entries.map(suiteOf))) {
		openSuite(root, suite, entries, frame);
		for await (const one of cases((entry) => suiteOf(entry) === suite)) {
			addCase(root, one, frame);
			yield chunks.splice(0).join("");
		}
		root.up();
	}
	root.up().end();
	yield `${chunks.join("")}\n`;
}

function openSuite(root: XMLBuilderCB, suite: string, entries: readonly CaseEntry[], frame: ReportFrame): void {
	const its = entries.filter((entry) => suiteOf(entry) === suite);
	root.ele("testsuite").att({ name: visibleLine(suite), ...counts(its), timestamp: frame.started.slice(0, 19) });
	root.ele("properties");
	for (const [name, value] of Object.entries(propertiesOf(frame)))
		root
			.ele("property")
			.att({ name, value: visibleLine(value) })
			.up();
	root.up();
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

function addCase(suite: XMLBuilderCB, one: CaseReport, frame: ReportFrame): void {
	const element = suite.ele("testcase").att({
		classname: visibleLine(suiteOf(one)),
		name: visibleLine(one.id),
		time: seconds(one.durationMs),
	});
	const outcome = outcomes[one.verdict];
	// Jenkins reads the attribute and GitLab the text.
	const skipped = `${one.verdict}: ${messageOf(one)}`;
	if (outcome === "skipped") element.ele(outcome).att({ message: skipped }).txt(skipped).up();
	else if (outcome !== "passed")
		element
			.ele(outcome)
			.att({ type: one.verdict === "fail" ? "MUST" : one.verdict, message: messageOf(one) })
			.txt(caseText(one, frame))
			.up();
	else if (one.verdict === "warn") element.ele("system-out").txt(caseText(one, frame)).up();
	element.up();
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
