import { expect, test } from "vitest";
import { readTaskToken, seal, taskToken, unseal } from "./tokens.ts";

const task = { kind: "activity", runId: "22abc/+=", scheduledEventId: 5, startedEventId: 24_999 } as const;

test("a task token gives back what it was made of, for its own kind of task only", () => {
	expect(readTaskToken("activity", taskToken(task))).toEqual(task);
	expect(readTaskToken("decision", taskToken(task))).toBeUndefined();
});

test("a token is at most as long as the contract allows", () => {
	expect(taskToken({ ...task, runId: "r".repeat(64) }).length).toBeLessThanOrEqual(1024);
});

test("a token that was altered anywhere, or made for another purpose, is none", () => {
	const token = seal("page", ["näme", 1]);
	expect(unseal("page", token)).toEqual(["näme", 1]);
	expect(unseal("other", token)).toBeUndefined();
	for (const altered of [`${token}=`, `${token} `, token.slice(1), token.slice(0, -4), token.toLowerCase(), ""]) {
		expect(unseal("page", altered)).toBeUndefined();
	}
});
