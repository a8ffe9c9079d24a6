import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { type CaseReport, type Verdict, verdicts } from "../../reports/report.ts";
import { type Outcome, tellVerdict, toldOf } from "./tell-verdict.ts";

const caseOf = (verdict: Verdict, more: Partial<CaseReport> = {}): CaseReport => ({
	...{ id: "area/claim", verdict, level: "MUST", clauses: ["area/claim"], reason: "so it is", findings: [], observations: [] },
	...{ durationMs: 1, checks: { reached: 1, declared: 1 }, replay: "swf-conformance run area/claim", exchanges: [] },
	...more,
});

/** What a test does, told by what it calls of its context. */
async function outcomeOf(one: CaseReport, print = (text: string) => text): Promise<{ outcome: Outcome; told?: string }> {
	const annotate = vi.fn(async (_message: string, _type: string) => undefined);
	const skip = vi.fn((_note: string) => undefined);
	try {
		await tellVerdict(toldOf(one, new Map()), { annotate, skip } as unknown as Parameters<typeof tellVerdict>[1], print);
	} catch (error) {
		return { outcome: "fails", told: String(error) };
	}
	const [annotated] = annotate.mock.calls;
	if (annotated !== undefined) return { outcome: "passes, annotated", told: annotated.join(" ") };
	const [skipped] = skip.mock.calls;
	return skipped === undefined ? { outcome: "passes" } : { outcome: "is skipped", told: skipped.join(" ") };
}

test("docs/vitest.md says what a test makes of each verdict", async () => {
	const page = readFileSync(new URL("../../docs/vitest.md", import.meta.url), "utf8");
	const [table = ""] = page.split("## Options");
	const rows = [...table.matchAll(/^\| `([a-z-]+)` \| (.+?) \|/gm)].map(([, verdict, outcome]) => [verdict, outcome]);
	const told = await Promise.all(verdicts.map(async (verdict) => [verdict, (await outcomeOf(caseOf(verdict))).outcome]));
	expect(rows).toEqual(told);
});

test("a test tells why, in an error by the name of the verdict or in a note", async () => {
	expect(await outcomeOf(caseOf("error"))).toMatchObject({ told: expect.stringMatching(/^error: so it is\n/) });
	expect(await outcomeOf(caseOf("skipped"))).toEqual({ outcome: "is skipped", told: "skipped: so it is" });
});

test("a case that is expected to be inconclusive fails nothing", async () => {
	expect((await outcomeOf(caseOf("inconclusive"))).outcome).toBe("fails");
	expect((await outcomeOf(caseOf("inconclusive", { expectedBy: ["known.yaml:2:3"] }))).outcome).toBe("is skipped");
});

test("what a target sent is shown without secrets and controls, as whoever prints says", async () => {
	const reason = "\u001b[2J Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/x, Signature=0123456789abcdef";
	const { told } = await outcomeOf(caseOf("fail", { reason }), (text) => `printed ${text}`);
	expect(told).toMatch(/^fail: printed \\u001b\[2J Authorization: \[redacted\]/);
	expect(told).not.toContain("AKIAIOSFODNN7EXAMPLE");
});
