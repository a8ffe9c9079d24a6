import { expect, test } from "vitest";
import { caseOf, fixtureText, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { readablePage } from "./fixtures/read-page.ts";
import { readReport } from "./read-report.ts";
import { renderTerminal } from "./render-terminal.ts";
import { renderers } from "./renderers.ts";
import type { Json, Report } from "./report.ts";

const names = Object.keys(renderers) as readonly (keyof typeof renderers)[];

const inTerminal = (report: Report): Promise<string> =>
	rendered((source) => renderTerminal(source, { color: false, width: 100 }), report);

/** The report in every format that there is. */
const renderings = async (report: Report, formats = names): Promise<readonly string[]> => [
	await inTerminal(report),
	...(await Promise.all(formats.map((name) => readable(name, report)))),
];

/** What a format says, also where it says it compressed. */
async function readable(name: keyof typeof renderers, report: Report): Promise<string> {
	const text = await rendered(renderers[name].render, report);
	return name === "html" ? readablePage(text) : text;
}

/** The formats that say more than figures. */
const telling = names.filter((name) => name !== "badge");

test.each(names)("the rich report as %s is the golden file, to the byte", async (name) => {
	const { extension } = renderers[name];
	expect(await readable(name, await richReport())).toBe(fixtureText(`report.${extension}`));
});

test("the rich report on a terminal is the golden file, to the byte", async () => {
	expect(await inTerminal(await richReport())).toBe(fixtureText("report.txt"));
});

test("the canonical report does not depend on the order in which its members were made", async () => {
	const report = await richReport();
	const turned = JSON.parse(JSON.stringify(report), (_, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).reverse())
			: value,
	) as Report;
	expect(Object.keys(turned)).not.toEqual(Object.keys(report));
	expect(await rendered(renderers.json.render, turned)).toBe(await rendered(renderers.json.render, report));
});

test("a canonical report that was written can be read", async () => {
	const report = await richReport();
	expect(await readReport(await rendered(renderers.json.render, report), "again.json")).toEqual(report);
});

test("no format holds a secret, wherever in the report it was", async () => {
	const [word, line, keyId] = ["c4n4ryWord/+x", "c4n4ryLine", "AKIAC4N4RYC4N4RYC4N4"];
	const body = JSON.stringify({
		SecretAccessKey: word,
		echoed: `Authorization: AWS4-HMAC-SHA256 Credential=${keyId}/x, Signature=${word}`,
	});
	const headers = { authorization: line, "x-amz-security-token": line, cookie: line };
	const observed = { headers: { Authorization: [line] }, sessionToken: word, message: `no such key ${keyId}` };
	const failed = caseOf({
		verdict: "fail",
		reason: `aws_session_token=${word}`,
		replay: `AWS_SECRET_ACCESS_KEY=${word} swf-conformance run x`,
		findings: [{ check: "contract", clause: "x", level: "MUST", message: `cookie: ${line}`, observed }],
		exchanges: [
			{
				step: "1",
				operation: "ListDomains",
				sentAfterMs: 0,
				durationMs: 1,
				request: { headers, body },
				response: { status: 403, headers, body },
				problem: body,
			},
		],
	});
	for (const text of await renderings(await reportOf([failed, { ...failed, id: "x/warns", verdict: "warn" }]), telling)) {
		expect(text).toContain("[redacted]");
		expect(text).not.toMatch(/c4n4ry/i);
	}
});

test("no format holds a control character, a half pair or a mark that reorders text, but JSON's escapes", async () => {
	for (const text of await renderings(await richReport()))
		expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\p{Noncharacter_Code_Point}]/u);
	const all = names.filter((name) => name !== "json");
	for (const text of await renderings(await richReport(), all)) expect(text).not.toMatch(/\p{Bidi_Control}/u);
});

test("a value that is nested without end can be written in every format", async () => {
	const observed = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`) as Json;
	const finding = { check: "contract", clause: "x", level: "MUST", message: "deep", observed } as const;
	const report = await reportOf([caseOf({ verdict: "fail", findings: [finding] })]);
	for (const text of await renderings(report, telling)) expect(text).toContain("deep");
});

test("a clause that the report does not carry is named, whatever it is called", async () => {
	const finding = { check: "contract", clause: "constructor", level: "MUST", message: "wrong" } as const;
	const report = await reportOf([caseOf({ verdict: "fail", findings: [finding] })]);
	for (const text of await renderings(report, telling)) {
		expect(text).toContain("constructor");
		expect(text).not.toContain("undefined");
	}
});

test("no two formats go to one file", () => {
	expect(new Set(Object.values(renderers).map(({ extension }) => extension)).size).toBe(names.length);
});

test("a report without cases can be written in every format", async () => {
	for (const text of await renderings(await reportOf([]))) expect(text.endsWith("\n")).toBe(true);
});
