import { expect, test } from "vitest";
import { countValues } from "./count-values.ts";

test.each([
	["null", 1],
	["[1,2,3]", 4],
	['{"a":{"b":[]},"c":[{},{}]}', 9],
	['["a,b,[{","\\",[,","\\\\"]', 4],
	["[[[[", 5],
	['"an open text [[[[', 1],
	["", 1],
])("%s has at most as many values as are counted, and texts are one each", (text, count) => {
	expect(countValues(text)).toBe(count);
});
