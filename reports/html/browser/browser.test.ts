import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleLines as ours } from "../../visible.ts";
import * as markup from "../markup.ts";
import { choiceIn, hashOf } from "./address.js";
import { attributeNames, drawingTags, linkTo, pageTags } from "./build.js";
import { isChosen } from "./case-list.js";
import { prettyJson } from "./pretty-json.js";
import { visibleLines } from "./visible.js";

const unseen = [
	"\n",
	"\r",
	"\t",
	"\u0085",
	"\u2028",
	"\u2029",
	"\u202e",
	"\u2066",
	"\ufeff",
	"\ufffe",
	"\ud800",
	"\u{1ffff}",
	"a",
];
const anyText = fc.string({ unit: "binary" });
const textOf = (...units: readonly string[]) => fc.string({ unit: fc.constantFrom(...units) });

test("the page shows text as all other formats do", () => {
	fc.assert(
		fc.property(fc.oneof(anyText, textOf(...unseen)), (text) => {
			expect(visibleLines(text)).toBe(ours(text));
		}),
	);
	expect(visibleLines("a\u202e\u0000\tb\r\nc\ud800\u{10ffff}")).toBe("a\\u202e\\u0000\\tb\nc\\ud800\\u{10ffff}");
});

test("the browser builds the elements and attributes that a page may have, and no others", () => {
	const words = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));
	expect(pageTags).toEqual(words(markup.pageTags));
	expect(drawingTags).toEqual(words(markup.drawingTags));
	expect(attributeNames).toEqual(words(markup.attributeNames));
	const dangerous = [
		"script",
		"iframe",
		"object",
		"embed",
		"base",
		"meta",
		"link",
		"form",
		"style",
		"img",
		"foreignObject",
		"use",
	];
	for (const tag of dangerous) expect(pageTags.has(tag) || drawingTags.has(tag)).toBe(false);
	for (const name of attributeNames) expect(name).not.toMatch(/^on|^style$|^src|action/);
});

test.each([
	"javascript:alert(1)",
	"data:text/html,x",
	" javascript:alert(1)",
	"file:///etc/passwd",
	"//example.com",
	"http:",
	"a page",
])("%j is no link", (text) => {
	expect(linkTo(text)).toBe(text);
});

test("what begins with an address of the web is a link, spelled so that it means itself alone", () => {
	const link = ["a", { href: "https://example.com/b?c=%22d#e", rel: "noreferrer" }, 'https://example.com/b?c="d#e'];
	expect(linkTo('https://example.com/b?c="d#e (recorded, javascript:x)')).toEqual([
		"span",
		{},
		link,
		" (recorded, javascript:x)",
	]);
});

test("a choice comes back from its address", () => {
	const word = fc.stringMatching(/^[a-z-]{1,12}$/);
	const said = fc.oneof(anyText, textOf("&", "=", "#", "%", "%20", "+", " ", ",", "/", "case="));
	const choice = fc.record({ verdicts: fc.array(word), area: said, clause: said, text: said, id: said });
	fc.assert(
		fc.property(choice, (one) => {
			expect(choiceIn(hashOf(one))).toEqual(one);
		}),
	);
});

test("an address is read as people write it", () => {
	expect(choiceIn("#case=termination/a:b=c")).toMatchObject({ id: "termination/a:b=c", verdicts: [] });
	expect(choiceIn("#verdict=fail,warn&text=100%")).toMatchObject({ verdicts: ["fail", "warn"], text: "100%" });
	expect(hashOf({ verdicts: ["fail"], area: "tags", clause: "", text: "", id: "tags/a:b c" })).toBe(
		"#verdict=fail&area=tags&case=tags/a:b%20c",
	);
	expect(hashOf(choiceIn(""))).toBe("");
});

test("JSON is set in lines and means what it meant, to the digit", () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const pretty = prettyJson(text);
			expect(JSON.parse(pretty)).toEqual(JSON.parse(text));
			expect(prettyJson(pretty)).toBe(pretty);
		}),
	);
	const odd = '{"a":1.0,"a":1e999,"\\u0041":[],"b":[{},-0]}';
	expect(prettyJson(odd)).toBe('{\n  "a": 1.0,\n  "a": 1e999,\n  "\\u0041": [],\n  "b": [\n    {},\n    -0\n  ]\n}');
});

test.each(["", "<html>", '{"a":', "12", '"text"'])("%j is no document and stays as it is", (text) => {
	expect(prettyJson(text)).toBe(text);
});

test("a body that is long or nested without end is no trouble", () => {
	const deep = `${"[".repeat(3_000)}${"]".repeat(3_000)}`;
	expect(prettyJson(deep).replace(/\s/g, "")).toBe(deep);
	expect(prettyJson(deep).length).toBeLessThan(1_000_000);
	const long = `["${"x".repeat(300_000)}"]`;
	expect(prettyJson(long)).toBe(long);
});

test("a case is chosen by all that is asked, and the one that is meant always is", () => {
	const one = { id: "a/b", verdict: "fail", area: "a", clauses: "Clauses: a/c", text: "fail a/b wrong status" };
	const listed = { ...one, row: {} as HTMLDetailsElement };
	const none = { verdicts: [], area: "", clause: "", text: "", id: "" };
	expect(isChosen(listed, none)).toBe(true);
	expect(isChosen(listed, { ...none, verdicts: ["warn", "fail"], area: "a", clause: "a/c", text: "STATUS wrong" })).toBe(true);
	const others = [{ verdicts: ["pass"] }, { area: "b" }, { clause: "a/d" }, { text: "wrong answer" }];
	for (const other of others) {
		expect(isChosen(listed, { ...none, ...other })).toBe(false);
		expect(isChosen(listed, { ...none, ...other, id: "a/b" })).toBe(true);
	}
});
