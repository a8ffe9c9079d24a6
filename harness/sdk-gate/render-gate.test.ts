import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import type { Difference } from "./difference.ts";
import { assembleGateReport } from "./gate-report.ts";
import { gateRenderers } from "./render-gate.ts";

const build = (version: string) => ({ path: `./${version}`, version, packages: {} });
const report = (differences: readonly Difference[]) =>
	assembleGateReport(differences, {
		...{ kit: { version: "0", node: "20" }, baseline: build("1.0.0"), candidate: build("2.0.0"), accepted: [] },
		tried: { probes: 3, cases: 1 },
	});

const many = Array.from(
	{ length: 9 },
	(_, index): Difference => ({ probe: `faults/${index}`, aspect: "error-name", baseline: "A", candidate: "B" }),
);
const header = (at: string): Difference => ({ probe: "requests/X/y", aspect: "header", at, baseline: "1" });

describe("a report of the gate", () => {
	test("tells alike differences once, with the number of probes where they show", () => {
		const given = report([...many, header("x-a"), header("x-b")]);
		expect(given.breaking).toBe(11);
		expect(given.rules.map(({ rule, differences }) => [rule, differences.length])).toEqual([
			["header-removed", 2],
			["fault-named-otherwise", 1],
		]);
		const text = gateRenderers.text(given);
		expect(text).toContain("breaking  fault-named-otherwise: 9 differences\n");
		expect(text).toContain("            faults/0 and 8 more probes\n              - A\n              + B\n");
		expect(text).toContain("            requests/X/y x-a\n              - 1\n              + nothing\n");
		expect(text).toMatch(/\n3 probes and 1 case through both: 11 breaking, 0 rules changed, 0 harmless\n$/);
	});

	test("shows five examples of what breaks and says how many there are beside", () => {
		const text = gateRenderers.text(report(Array.from({ length: 8 }, (_, index) => header(`x-${index}`))));
		expect(text.match(/requests\/X\/y/g)).toHaveLength(5);
		expect(text).toContain("\n            … 3 more\n");
	});

	test("keeps of long texts the place where they begin to differ", () => {
		const [one, other] = ["first", "second"].map((end) => `${"x".repeat(5000)}${end}${"y".repeat(5000)}`);
		const given = report([{ probe: "p", aspect: "body-text", baseline: one ?? "", candidate: other ?? "" }]);
		const json = gateRenderers.json(given);
		expect(json.length).toBeLessThan(4000);
		expect(json).toContain("xfirst");
		expect(json).toContain("xsecond");
	});

	test("is one table each of rules and of examples, whatever a build says", () => {
		const hostile = "`|\n<img src=x onerror=alert(1)>\u001b[31m[a](javascript:x)";
		const markdown = gateRenderers.markdown(
			report([{ probe: hostile, aspect: "header", at: hostile, baseline: hostile, candidate: hostile }]),
		);
		const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
		expect(html.match(/<table>/g)).toHaveLength(3);
		expect(html).not.toMatch(/<img|<a /);
		expect(markdown).not.toContain("\u001b");
	});
});
