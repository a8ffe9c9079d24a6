import { expect, test } from "vitest";
import { shortened, visibleLine } from "./visible.ts";

test("what moves a cursor or reorders a line becomes an escape that can be read", () => {
	expect(visibleLine("\u001b[2J\u0007\u009b31m\u007f\u0000\r\n\t")).toBe("\\u001b[2J\\u0007\\u009b31m\\u007f\\u0000\\r\\n\\t");
	expect(visibleLine("\u202egnp.exe\u2066\u200f\u2028\ufeff")).toBe("\\u202egnp.exe\\u2066\\u200f\\u2028\\ufeff");
});

test("half a surrogate pair and noncharacters become escapes, and whole characters stay", () => {
	expect(visibleLine("\ud800 \udc00 \ufffe \u{1ffff} 😀 é 日本")).toBe("\\ud800 \\udc00 \\ufffe \\u{1ffff} 😀 é 日本");
});

test("a text is cut at its limit and never within a character, and says what is missing", () => {
	expect(shortened("abcdef", 6)).toBe("abcdef");
	expect(shortened("abcdef", 4)).toBe("abcd… (2 more characters)");
	expect(shortened("abc😀x", 4)).toBe("abc… (3 more characters)");
});
