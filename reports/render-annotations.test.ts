import { expect, test } from "vitest";
import { caseOf, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { readCommands } from "./fixtures/read-commands.ts";
import { renderAnnotations } from "./render-annotations.ts";
import type { CaseReport, Verdict } from "./report.ts";
import { verdicts } from "./report.ts";
import { visibleLine } from "./visible.ts";

const many = (count: number, verdict: Verdict): readonly CaseReport[] =>
	Array.from({ length: count }, (_, index) => caseOf({ id: `${verdict}/${index}`, verdict, reason: "why" }));

const commandsOf = async (cases: readonly CaseReport[]) => readCommands(await rendered(renderAnnotations, await reportOf(cases)));

test.each([
	"::stop-commands::x",
	"a\n::add-mask::secret",
	"a\r\n::error file=x::y",
	"##[add-path]/evil",
	"a%0A::warning::b",
	"file=x,line=1,title=a::b",
	"%25 100 % : , ::",
	"\u001b[2J\u0000\u2028",
])("%j is a text within its annotation and nothing else", async (text) => {
	const findings = [{ check: "contract", clause: text, level: "MUST", message: text, observed: text }] as const;
	const cases = verdicts.map((verdict) => caseOf({ id: `${verdict}/${text}`, verdict, findings, replay: text }));
	const commands = await commandsOf(cases);
	expect(commands.map(({ command }) => command)).toEqual([...Array(4).fill("error"), "warning", "notice"]);
	for (const { command, properties, message } of commands) {
		expect(Object.keys(properties)).toEqual(command === "notice" ? ["title"] : ["file", "title"]);
		if (command !== "notice") {
			expect(properties["title"]).toMatch(visibleLine(text));
			expect(message).toContain(`MUST contract: ${visibleLine(text)}`);
		}
	}
});

test("of many the worst ten are shown, failures first, and the last says how many there are beyond", async () => {
	const commands = await commandsOf([...many(30, "error"), ...many(2, "fail"), ...many(12, "warn"), ...many(5, "pass")]);
	const titles = commands.map(({ command, properties }) => `${command} ${properties["title"]}`);
	expect(titles.filter((title) => title.startsWith("error "))).toHaveLength(10);
	expect(titles.slice(0, 3)).toEqual(["error fail: fail/0", "error fail: fail/1", "error error: error/0"]);
	expect(titles[9]).toBe("error 23 more cases");
	expect(titles.filter((title) => title.startsWith("warning "))).toHaveLength(10);
	expect(titles[19]).toBe("warning 3 more cases");
	expect(titles).toHaveLength(21);
});

test("ten are shown as ten", async () => {
	const titles = (await commandsOf(many(10, "fail"))).map(({ properties }) => properties["title"]);
	expect(titles.slice(0, 10)).toEqual(many(10, "fail").map(({ id }) => `fail: ${id}`));
});

test("what is longer than the runner takes is cut with a note, and no escape is cut in two", async () => {
	const findings = Array.from({ length: 10 }, () => ({
		...({ check: "contract", clause: "c", level: "MUST", message: "%\n".repeat(900) } as const),
	}));
	const [first] = await commandsOf([caseOf({ id: `a/${"long".repeat(100)}`, verdict: "fail", findings })]);
	expect(first?.message.length).toBeLessThanOrEqual(4096);
	expect(first?.message).toMatch(/… \(\d+ more characters\)$/);
	expect(first?.properties["title"]?.length).toBeLessThanOrEqual(255);
});

test("cases of one table are annotated in the one file that they stand in", async () => {
	const [first] = await commandsOf([caseOf({ id: "tags/a-table:second-row", verdict: "fail" })]);
	expect(first?.properties).toEqual({ file: "suites/tags/a-table.yaml", title: "fail: tags/a-table:second-row" });
});

test("the figures are a notice", async () => {
	const commands = readCommands(await rendered(renderAnnotations, await richReport()));
	expect(commands.at(-1)).toMatchObject({ command: "notice", properties: { title: "SWF conformance of moto" } });
	expect(commands.at(-1)?.message).toContain("divergence 33.3 % (3 of 9 scored failed)");
});

test("expectations that are not met come first, and take the place of a case", async () => {
	const report = { ...(await reportOf(many(12, "fail"))), unmet: ["known.yaml:5: expired", "known.yaml:9: ::warning::x"] };
	const commands = readCommands(await rendered(renderAnnotations, report));
	expect(commands[0]).toEqual({
		command: "error",
		properties: { title: "Expectations that are not met" },
		message: "known.yaml:5: expired\nknown.yaml:9: ::warning::x",
	});
	expect(commands.filter(({ command }) => command === "error")).toHaveLength(10);
	expect(commands[9]?.properties["title"]).toBe("4 more cases");
});
