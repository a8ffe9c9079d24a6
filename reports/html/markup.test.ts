import { expect, test } from "vitest";
import { linkTo, toHtml } from "./markup.ts";

test("text is text, in an element and in an attribute", () => {
	expect(toHtml(["p", { title: `"><script>&'` }, "</p><script>", ["br", {}], ["b", { hidden: true }, "&amp;"]])).toBe(
		'<p title="&#34;&#62;&#60;script&#62;&#38;&#39;">&#60;/p&#62;&#60;script&#62;<br><b hidden>&#38;amp;</b></p>',
	);
});

test("what nobody would see is shown, and lines stay lines", () => {
	expect(toHtml(["pre", {}, "a\u202eb\u0000\r\nc\u2028"])).toBe("<pre>a\\u202eb\\u0000\nc\\u2028</pre>");
});

test.each(["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "file:///etc/passwd", "//example.com", "a page"])(
	"%s is no link",
	(address) => {
		expect(linkTo(address)).toEqual(["span", {}, address]);
		expect(linkTo(address, "source")).toEqual(["span", {}, `source (${address})`]);
	},
);

test("an address of the web is a link, spelled so that it means itself alone", () => {
	expect(linkTo("https://example.com/a b?c=d#e", "source")).toEqual([
		"a",
		{ href: "https://example.com/a%20b?c=d#e", rel: "noreferrer" },
		"source",
	]);
});
