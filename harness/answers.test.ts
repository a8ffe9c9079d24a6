import { expect, test } from "vitest";
import { addAnswers, createAnswers } from "./answers.ts";
import type { Evidence } from "./evidence.ts";

const noon = Date.parse("2027-01-01T12:00:00.000Z");
const answer = (headers: { readonly [name: string]: string }, durationMs = 10) => ({
	response: { status: 200, headers, body: "{}" },
	durationMs,
});
const at = (date: string) => answer({ date });
const skewOf = (...dates: readonly string[]) => {
	const answers = createAnswers("wall");
	for (const date of dates) answers.add(at(date), noon);
	return answers.told()?.skewSeconds;
};

test("what an answer says of its server is told once, sorted, and of many the first whatever came first", () => {
	const names = Array.from({ length: 12 }, (_, index) => `s${String(index).padStart(2, "0")}`);
	for (const order of [names, names.toReversed()]) {
		const answers = createAnswers("virtual");
		for (const server of [...order, ...order]) answers.add(answer({ server }), noon);
		expect(answers.told()).toEqual({ servers: names.slice(0, 8) });
	}
});

test("a server's name is one line of some length, whatever it holds", () => {
	const answers = createAnswers("virtual");
	answers.add(answer({ server: `\u001b[2J\n${"x".repeat(10_000)}` }), noon);
	expect(answers.told()?.servers?.[0]).toMatch(/^\\u001b\[2J\\nx{189}… \(9811 more characters\)$/);
});

test("answers that name neither server nor time tell nothing, and neither does no answer", () => {
	const answers = createAnswers("wall");
	answers.add(answer({ server: "" }), noon);
	answers.add({ durationMs: 1 }, noon);
	expect(answers.told()).toBeUndefined();
});

test.each([
	["Fri, 01 Jan 2027 12:00:00 GMT", 0],
	["Fri, 01 Jan 2027 12:00:07 GMT", 7],
	["Fri, 01 Jan 2027 11:59:50 GMT", -10],
])("an answer dated %s to a request of noon is %i seconds ahead", (date, skew) => {
	expect(skewOf(date)).toBe(skew);
});

test("a few answers that lie about the time, or give none, do not move the median", () => {
	const honest = Array.from({ length: 5 }, () => "Fri, 01 Jan 2027 12:00:02 GMT");
	expect(skewOf(...honest, "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 00:00:00 GMT", "never", "", "-1e999")).toBe(2);
});

test("an answer that was held back says nothing of the time, and a virtual clock has no skew", () => {
	const [held, virtual] = [createAnswers("wall"), createAnswers("virtual")];
	held.add(answer({ date: "Fri, 01 Jan 2027 12:01:00 GMT" }, 60_000), noon);
	virtual.add(at("Fri, 01 Jan 2027 12:01:00 GMT"), noon);
	expect([held.told(), virtual.told()]).toEqual([undefined, undefined]);
});

test("of recorded evidence the time of each request is known, unless an older version recorded it", () => {
	const evidence = {
		durationMs: 5_000,
		exchanges: [{ ...at("Fri, 01 Jan 2027 12:00:03 GMT"), sentAfterMs: 3_000 }],
	} as unknown as Evidence;
	const [dated, undated] = [createAnswers("wall"), createAnswers("wall")];
	addAnswers(dated, { ...evidence, ended: new Date(noon + 5_000).toISOString() });
	addAnswers(undated, evidence);
	expect([dated.told(), undated.told()]).toEqual([{ skewSeconds: 0 }, undefined]);
});
