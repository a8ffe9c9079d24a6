import { expect, test } from "vitest";
import { type ExitCode, exitCodes } from "../cli/terminal.ts";
import { tellEnding } from "./tell-ending.ts";

const told = (code: ExitCode, unmet: readonly string[] = []) => {
	try {
		tellEnding({ code, unmet }, (text) => `printed ${text}`);
		return "passes";
	} catch (error) {
		return String(error);
	}
};

test("a run fails a test of its own for what no case tells, and for nothing else", () => {
	expect(told(exitCodes.failures, ["known.yaml:2:3: a", "known.yaml:5:3: b"])).toBe(
		"unmet: printed known.yaml:2:3: a\nknown.yaml:5:3: b",
	);
	expect(told(exitCodes.unwritten)).toMatch(/^unwritten: /);
	expect(told(exitCodes.capped)).toMatch(/^capped: /);
	expect([exitCodes.fine, exitCodes.failures, exitCodes.undecided].map((code) => told(code))).toEqual([
		"passes",
		"passes",
		"passes",
	]);
});
