import { expect, test } from "vitest";
import type { CaseReport } from "../reports/report.ts";
import type { Clause } from "../specs/clause.ts";
import { assembleReport } from "./assemble-report.ts";

const clause = (id: string): Clause => ({
	id,
	text: "t",
	sources: ["s"],
	standing: "documented",
	level: "MUST",
	contested: {},
	line: 1,
});
const played: CaseReport = {
	id: "a/b",
	verdict: "fail",
	level: "MUST",
	clauses: ["a/cited"],
	findings: [{ check: "invariants", clause: "histories/broken", level: "MUST", message: "m" }],
	observations: [],
	durationMs: 1,
	checks: { reached: 0, declared: 0 },
	replay: "",
	exchanges: [],
};

test("a report carries the clauses that its cases cite and those that its findings name, and no others", () => {
	const clauses = ["a/cited", "a/other", "histories/broken"].map((id): [string, Clause] => [id, clause(id)]);
	const report = assembleReport([played], {
		header: {
			evidence: "swf-conformance",
			format: 1,
			kit: "1",
			target: { name: "t", endpoint: "e", region: "r" },
			client: { name: "c", version: "1" },
			clock: "wall",
			started: "2026-01-01T00:00:00Z",
		},
		ended: "2026-01-01T00:00:01Z",
		interrupted: false,
		expectations: undefined,
		clauses: new Map(clauses),
		scenarios: [],
	});
	expect(Object.keys(report.clauses)).toEqual(["a/cited", "histories/broken"]);
});
