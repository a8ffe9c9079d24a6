import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { replayOptions } from "./replay-options.ts";

test.each([
	["mock", "sdk", ""],
	["http://127.0.0.1:5000", "wire", " --target http://127.0.0.1:5000 --client wire"],
	["mock", "exec:python3 it's.py", String.raw` --client 'exec:python3 it'\''s.py'`],
])("a replay on %s with %s is written so that it can be pasted", (target, client, text) => {
	expect(replayOptions(target, client)).toBe(text);
});

test("a shell reads what was meant", () => {
	const client = "exec:x 'y z' $HOME \"`w`\" \\ ;&";
	const words = execFileSync("sh", ["-c", `printf '%s\\n'${replayOptions("mock", client)}`], { encoding: "utf8" });
	expect(words).toBe(`--client\n${client}\n`);
});

test("a replay on a target that charges costs no more than was accepted, and goes where the run went", () => {
	const terms = { acceptCost: 0.5, domain: "shared", ownDomains: true };
	expect(replayOptions("aws:us-east-1", "sdk", terms)).toBe(
		" --target aws:us-east-1 --accept-cost 0.5 --domain shared --own-domains",
	);
});
