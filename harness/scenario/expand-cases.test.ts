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

describe("a family", () => {
	const family = (kind: string, of: string) =>
		expanded(`cases:\n  $vary: ${kind}\n  of: ${of}\nsteps: [$case.operation, $case.right, $case.wrong]\n`);
	const rowsOf = (kind: string, of: string) =>
		Object.fromEntries(
			family(kind, of).cases.map(({ row, body }) => {
				const [, right, wrong] = (body as { readonly steps: readonly unknown[] }).steps;
				return [row, { right, wrong }];
			}),
		);

	test("has a case for each bounded member, on both sides of each bound", () => {
		expect(rowsOf("bounds", "{ ListDomains: { registrationStatus: DEPRECATED } }")).toEqual({
			"ListDomains.nextPageToken": {
				right: [],
				wrong: [{ registrationStatus: "DEPRECATED", nextPageToken: { $repeat: { text: "x", times: 2049 } } }],
			},
			"ListDomains.registrationStatus": {
				right: [{ registrationStatus: "REGISTERED" }, { registrationStatus: "DEPRECATED" }],
				wrong: [{ registrationStatus: "NO_SUCH_VALUE" }],
			},
			"ListDomains.maximumPageSize": {
				right: [0, 1000].map((maximumPageSize) => ({ registrationStatus: "DEPRECATED", maximumPageSize })),
				wrong: [-1, 1001].map((maximumPageSize) => ({ registrationStatus: "DEPRECATED", maximumPageSize })),
			},
		});
	});

	test("has a case for each required member, without it and with null, in structures too", () => {
		expect(rowsOf("required", "{ DescribeWorkflowExecution: { execution: $run } }")).toEqual({
			"DescribeWorkflowExecution.domain": {
				right: [],
				wrong: [
					{ execution: "$run", domain: { $absent: true } },
					{ execution: "$run", domain: null },
				],
			},
			"DescribeWorkflowExecution.execution": { right: [], wrong: [{ execution: { $absent: true } }, { execution: null }] },
			"DescribeWorkflowExecution.execution.workflowId": {
				right: [],
				wrong: [
					{ execution: { workflowId: { $absent: true }, runId: "$run.runId" } },
					{ execution: { workflowId: null, runId: "$run.runId" } },
				],
			},
			"DescribeWorkflowExecution.execution.runId": {
				right: [],
				wrong: [
					{ execution: { workflowId: "$run.workflowId", runId: { $absent: true } } },
					{ execution: { workflowId: "$run.workflowId", runId: null } },
				],
			},
		});
	});

	test("has a case for each optional member, with null", () => {
		expect(rowsOf("optional", "{ TerminateWorkflowExecution: { workflowId: w } }")).toMatchObject({
			"TerminateWorkflowExecution.runId": { right: [{ workflowId: "w", runId: null }], wrong: [] },
			"TerminateWorkflowExecution.childPolicy": { right: [{ workflowId: "w", childPolicy: null }], wrong: [] },
		});
	});

	test("has a case for each member and item, with every other type of JSON", () => {
		const rows = rowsOf("types", "{ StartWorkflowExecution: }");
		expect(rows["StartWorkflowExecution.workflowId"]?.wrong).toEqual([5, true, {}, []].map((workflowId) => ({ workflowId })));
		expect(rows["StartWorkflowExecution.tagList.item"]?.wrong).toContainEqual({ tagList: [5] });
		expect(rows["StartWorkflowExecution.taskList"]?.wrong).toContainEqual({ taskList: "x" });
	});

	test("names the type of a decision whose attributes it varies", () => {
		expect(
			rowsOf("bounds", "{ RespondDecisionTaskCompleted: { taskToken: t } }")[
				"RespondDecisionTaskCompleted.decisions.cancelTimerDecisionAttributes.timerId"
			],
		).toMatchObject({
			wrong: [
				{ taskToken: "t", decisions: [{ decisionType: "CancelTimer", cancelTimerDecisionAttributes: { timerId: "" } }] },
				{},
			],
		});
	});

	test("leaves out what is refused for something else: lengths that no duration has, tokens that are made up", () => {
		const rows = rowsOf(
			"bounds",
			"{ RegisterDomain: { name: d, workflowExecutionRetentionPeriodInDays: '1' }, StartWorkflowExecution: }",
		);
		expect(rows["RegisterDomain.workflowExecutionRetentionPeriodInDays"]?.right).toEqual([
			{ name: "d", workflowExecutionRetentionPeriodInDays: "1" },
		]);
		expect(rows["StartWorkflowExecution.lambdaRole"]?.right).toEqual([]);
	});

	test.each([
		["sizes", "{ ListDomains: }", 'f.yaml:2:10: $vary is one of bounds, required, optional, types, not "sizes".'],
		["bounds", "{}", "f.yaml:2:3: $vary wants the operations beside it, of: { OPERATION: { members } }"],
		["bounds", "{ ListDomain: }", "f.yaml:3:9: an operation is one of the 39 that there are"],
		["bounds", "{ ListDomains: 5 }", "f.yaml:3:22: ListDomains is called with a mapping of members"],
		["bounds", "{ ListDomains: { name: x } }", "f.yaml:3:24: ListDomains has no member name"],
	])("that is wrong is refused: %s of %s", (kind, of, problem) => {
		expect(family(kind, of).problems.join("\n")).toContain(problem);
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
