import { expect, test } from "vitest";
import { commandText } from "./command-text.ts";

test.each([
	[["run", "timers/**", "--target", "http://127.0.0.1:5000"], "swf-conformance run 'timers/**' --target http://127.0.0.1:5000"],
	[["run", "--client", "exec:python3 it's.py"], String.raw`swf-conformance run --client 'exec:python3 it'\''s.py'`],
	[["run", "--target-env", "TOKEN=a=b", "--target-env=KEY=c"], "swf-conformance run --target-env TOKEN --target-env=KEY"],
	[["run", "--out", ""], "swf-conformance run --out ''"],
])("%j is told as a shell takes it, values of variables left out", (words, text) => {
	expect(commandText(words)).toBe(text);
});

test("no secret is told, whether it is known or known by its name", () => {
	expect(
		commandText(["run", "--client", "exec:x --secret-key=c4n4ry", "--out", "hunter2hunter2"], ["hunter2hunter2"]),
	).not.toMatch(/c4n4ry|hunter2/);
});
