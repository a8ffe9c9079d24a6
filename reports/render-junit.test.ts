import { DOMParser, type Element, onWarningStopParsing } from "@xmldom/xmldom";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { caseOf, fixtureText, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { renderJunit } from "./render-junit.ts";
import { type CaseReport, type Report, verdicts } from "./report.ts";
import { visibleLine } from "./visible.ts";

/** Two readers that know nothing of one another, both of which refuse what is not well-formed. */
const readers = {
	xmldom: (xml: string) => {
		const root = new DOMParser({ onError: onWarningStopParsing }).parseFromString(xml, "text/xml").documentElement;
		if (root === null) throw new Error("no root");
		const all = (name: string, within: Element = root): readonly Element[] => [...within.getElementsByTagName(name)];
		return {
			count: (name: string) => all(name).length,
			root: (name: string) => root.getAttribute(name),
			sum: (name: string) => all("testsuite").reduce((sum, suite) => sum + Number(suite.getAttribute(name)), 0),
			texts: (name: string) => all(name).map((element) => element.textContent),
		};
	},
	"fast-xml-parser": (xml: string) => {
		const valid = XMLValidator.validate(xml);
		if (valid !== true) throw new Error(valid.err.msg);
		const parser = new XMLParser({
			ignoreAttributes: false,
			attributeNamePrefix: "@",
			alwaysCreateTextNode: true,
			isArray: () => true,
			trimValues: false,
			parseTagValue: false,
		});
		const parsed = parser.parse(xml) as { readonly testsuites: readonly Node[] };
		const [root] = parsed.testsuites;
		if (root === undefined) throw new Error("no root");
		const all = (name: string): readonly Node[] => descendants(root, name);
		return {
			count: (name: string) => all(name).length,
			root: (name: string) => String(root[`@${name}`]),
			sum: (name: string) => all("testsuite").reduce((sum, suite) => sum + Number(suite[`@${name}`]), 0),
			texts: (name: string) => all(name).map((node) => String(node["#text"])),
		};
	},
};

type Node = { readonly [name: string]: unknown };

const descendants = (node: Node, name: string): readonly Node[] =>
	Object.entries(node).flatMap(([key, children]) =>
		Array.isArray(children)
			? (children as readonly Node[]).flatMap((child) => [...(key === name ? [child] : []), ...descendants(child, name)])
			: [],
	);

test.each(Object.entries(readers))("%s counts what the attributes claim", async (_, read) => {
	const xml = read(await rendered(renderJunit, await richReport()));
	const counts = {
		tests: xml.count("testcase"),
		failures: xml.count("failure"),
		errors: xml.count("error"),
		skipped: xml.count("skipped"),
	};
	expect(counts).toEqual({ tests: 11, failures: 4, errors: 2, skipped: 3 });
	for (const [name, count] of Object.entries(counts)) expect([name, xml.sum(name)]).toEqual([name, count]);
	expect(["tests", "failures", "errors"].map((name) => Number(xml.root(name)))).toEqual([11, 4, 2]);
	expect(xml.count("system-out")).toBe(1);
});

test.each(Object.entries(readers))("%s reads a hostile text as the text it was", async (_, read) => {
	const failure = read(await rendered(renderJunit, await richReport()))
		.texts("failure")
		.join("\n");
	expect(failure).toContain(']]> <script>alert("x")</script> \\u001b[2J\\u001b]0;owned\\u0007 | ``` NUL(\\u0000)');
	expect(failure).toContain('- fault: "UnknownResourceFault"\n  + answer: {}');
	expect(failure).toContain("source     https://docs.aws.amazon.com/");
	expect(failure).toContain("replay     swf-conformance run 'termination/a-second-termination-is-refused'");
});

test.each(["&lt;b&gt;", "&amp;lt;", "&#60;", "&unknown;", "]]>", "<![CDATA[x]]>", "\"'", "\tx\ny"])(
	"%j is read as the text it was, in elements and in attributes",
	async (text) => {
		const xml = await rendered(renderJunit, await reportOf([caseOf({ verdict: "skipped", reason: text })]));
		const root = new DOMParser({ onError: onWarningStopParsing }).parseFromString(xml, "text/xml");
		const [skipped] = root.getElementsByTagName("skipped");
		const expected = `skipped: ${visibleLine(text)}`;
		expect([skipped?.textContent, skipped?.getAttribute("message")]).toEqual([expected, expected]);
		expect(readers["fast-xml-parser"](xml).texts("skipped")).toEqual([expected]);
	},
);

const problemsOf = async (report: Report): Promise<readonly string[]> => {
	const xml = { fileName: "report.xml", contents: await rendered(renderJunit, report) };
	return (await validateXML({ xml, schema: fixtureText("junit.xsd") })).errors.map(({ message }) => message);
};

test("libxml2 finds what GitLab, Jenkins and GitHub's actions read, and nothing that one of them does not", async () => {
	expect(await problemsOf(await richReport())).toEqual([]);
	expect(await problemsOf(await reportOf([]))).toEqual([]);
});

test.each(["]]>", "\u001b[2J\u0000\u2028", "&lt;</failure><error/>", "\ud800", 'a"b\n'])(
	"libxml2 finds nothing wrong where %j stands wherever a target can put it",
	async (text) => {
		const findings = [{ check: "contract", clause: text, level: "MUST", message: text, observed: { [text]: text } }] as const;
		const cases = verdicts.map((verdict) => caseOf({ id: `${text}/${verdict}`, verdict, reason: text, findings, replay: text }));
		const report = await reportOf(cases);
		expect(await problemsOf({ ...report, target: { name: text, endpoint: text, region: text } })).toEqual([]);
	},
);

const testcase = async (own: Partial<CaseReport>): Promise<string> => {
	const xml = await rendered(renderJunit, await reportOf([caseOf(own)]));
	return xml.slice(xml.indexOf("<testcase"), xml.indexOf("</testsuite>"));
};

test.each([
	[{ verdict: "fail" }, /<failure type="MUST" message="no reason given">/],
	[{ verdict: "unexpected-pass", reason: "line 3" }, /<failure type="unexpected-pass" message="line 3">/],
	[{ verdict: "error", reason: "fixture" }, /<error type="error" message="fixture">/],
	[{ verdict: "inconclusive", reason: "late" }, /<error type="inconclusive" message="late">/],
	[{ verdict: "unsupported", reason: "unknown" }, /<skipped message="unsupported: unknown">unsupported: unknown</],
	[{ verdict: "skipped", reason: "slow" }, /<skipped message="skipped: slow">skipped: slow</],
	[{ verdict: "expected-failure", reason: "#1" }, /<skipped message="expected-failure: #1">expected-failure: #1</],
] as const)("%j is neither passed nor without a message", async (own, element) => {
	expect(await testcase(own)).toMatch(element);
});

test("a pass has nothing to say, and time is in seconds", async () => {
	const text = await testcase({ durationMs: 1_234.5 });
	expect(text.trim()).toBe('<testcase classname="termination" name="termination/a-case" time="1.234"/>');
});

test("a case that only warns passes and says what about", async () => {
	const finding = { check: "contract", clause: "c", level: "SHOULD", message: "odd", observed: 1 } as const;
	expect(await testcase({ verdict: "warn", findings: [finding] })).toMatch(/<system-out>SHOULD contract: odd/);
});

test("the message is the worst finding's", async () => {
	const base = { check: "contract", clause: "c" } as const;
	const findings = [
		{ ...base, level: "SHOULD", message: "odd" },
		{ ...base, level: "MUST", message: "wrong" },
	] as const;
	expect(await testcase({ verdict: "fail", findings })).toContain('message="wrong"');
});

const unmet = ["known.yaml:5:13: the entry for a/* expired <b>", "odd ]]> \u001b[2J", "C:\\known.yaml:6:13: nothing\nfound"];

test.each(Object.entries(readers))(
	"%s finds a failing test for each expectation that is not met, and counts it",
	async (_, read) => {
		for (const cases of [[], [caseOf({})]]) {
			const xml = read(await rendered(renderJunit, { ...(await reportOf(cases)), unmet }));
			expect([xml.count("testcase"), xml.sum("tests"), Number(xml.root("tests"))]).toEqual(Array(3).fill(cases.length + 3));
			expect([xml.count("failure"), xml.sum("failures"), Number(xml.root("failures"))]).toEqual([3, 3, 3]);
			expect(xml.texts("failure")).toEqual(["the entry for a/* expired <b>", "odd ]]> \\u001b[2J", "nothing\\nfound"]);
		}
	},
);

test("a test of an expectation that is not met is named for its place, and fits the schema of Jenkins' xUnit plugin", async () => {
	const report = { ...(await reportOf([caseOf({})])), unmet };
	const xml = await rendered(renderJunit, report);
	const names = [...xml.matchAll(/<testcase classname="expectations" name="([^"]+)"/g)].map(([, name]) => name);
	expect(names).toEqual(["known.yaml:5:13", "2", "C:\\known.yaml:6:13"].map((place) => `expectations/${place}`));
	expect(await problemsOf(report)).toEqual([]);
});
