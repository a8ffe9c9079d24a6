import { expect, test } from "vitest";
import { unobeyed } from "./unobeyed.ts";

test.each(["::set-env name=PATH::x", "a\n  ::error::b", "b ##[group]c", ":::add-mask::d"])(
	"%j is no command any more",
	(text) => {
		const printed = unobeyed(text);
		expect(printed).not.toMatch(/::|##\[/);
		expect(printed.replaceAll("\u200b", "")).toBe(text);
	},
);

test("what holds no command stays as it is", () => {
	expect(unobeyed("termination/a-case:row [a: b] # 1")).toBe("termination/a-case:row [a: b] # 1");
});
