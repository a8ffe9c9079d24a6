// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how the language writes references inside of texts
import { describe, expect, test } from "vitest";
import { expandCases } from "./expand-cases.ts";
import { readYaml, toJson } from "./located.ts";
import { describeProblem } from "./problem.ts";
import { createReader } from "./reader.ts";

function expanded(text: string) {
	const reader = createReader("f.yaml");
	const cases = expandCases(readYaml(text, "f.yaml"), reader);
	return {
		cases: cases.map(({ row, root }) => ({ row, body: toJson(root) })),
		nodes: cases.map(({ root }) => root),
		problems: reader.problems.map(describeProblem),
	};
}

describe("a table of cases", () => {
	test("is played row by row, each with its own values anywhere", () => {
		const { cases, problems } = expanded(`
cases:
  by-name: { operation: A, members: { x: 1 }, word: one }
  by-id: { operation: B, members: [2], word: two }
steps:
  - $case.operation: $case.members
    note: say \${case.word} \${run.x}
    expect: { answer: { $oneOf: [$case.word] } }
`);
		expect(problems).toEqual([]);
		expect(cases).toEqual([
			{ row: "by-name", body: { steps: [{ A: { x: 1 }, note: "say one ${run.x}", expect: { answer: { $oneOf: ["one"] } } }] } },
			{ row: "by-id", body: { steps: [{ B: [2], note: "say two ${run.x}", expect: { answer: { $oneOf: ["two"] } } }] } },
		]);
	});

	test("leaves a file without one as it is, as one case", () => {
		expect(expanded("steps: [$case.x]").cases).toEqual([{ row: undefined, body: { steps: ["$case.x"] } }]);
	});

	test("keeps the places of its values, so that messages point into the table", () => {
		const [root] = expanded("cases:\n  row: { x: wrong }\nsteps: $case.x\n").nodes;
		expect(root?.kind === "map" && root.entries[0]?.value.at).toEqual({ line: 2, column: 13 });
	});
});

describe("a wrong table is refused where it is wrong", () => {
	test.each([
		["no rows", "cases: {}\nsteps: []\n", "f.yaml:1:1: cases is a table of at least one row, ROW: { NAME: value }"],
		["a list", "cases: [1]\nsteps: []\n", "f.yaml:1:8: cases is a mapping, not a list"],
		["a row that is no mapping", "cases:\n  one: 5\nsteps: []\n", "f.yaml:2:8: row one is a mapping, not 5"],
		[
			"rows of unequal columns",
			"cases:\n  one: { x: 1 }\n  two: { y: 1 }\nsteps: $case.x\n",
			"f.yaml:3:3: every row of the table has the same names; the first has x, this has y",
		],
		[
			"a column that nothing uses",
			"cases:\n  one: { x: 1 }\nsteps: []\n",
			"f.yaml:2:10: nothing uses $case.x; use it or take the column away",
		],
		[
			"a row whose name is no part of an id",
			'cases:\n  "a/b": { x: 1 }\nsteps: $case.x\n',
			'f.yaml:2:3: "a/b" is no name of a row; use letters, digits, - and _',
		],
	])("%s", (_, text, problem) => {
		expect(expanded(text).problems).toContain(problem);
	});
});
