import { expect, test } from "vitest";
import { toHtml } from "./markup.ts";

test("text is text, in an element and in an attribute", () => {
	expect(toHtml(["p", { title: `"><script>&'` }, "</p><script>", ["br", {}], ["b", { hidden: true }, "&amp;"]])).toBe(
		'<p title="&#34;&#62;&#60;script&#62;&#38;&#39;">&#60;/p&#62;&#60;script&#62;<br><b hidden>&#38;amp;</b></p>',
	);
});

test("what nobody would see is shown, and lines stay lines", () => {
	expect(toHtml(["pre", {}, "a\u202eb\u0000\r\nc\u2028"])).toBe("<pre>a\\u202eb\\u0000\nc\\u2028</pre>");
});
