import { expect, test } from "vitest";
import type { Clause } from "../specs/clause.ts";
import { figures, ledger, ledgerProblems, type Rule } from "./ledger.ts";
import { parseScenario } from "./scenario/parse.ts";

const clause = (id: string, more: Partial<Clause> = {}): readonly [string, Clause] => [
	id,
	{ id, text: "t", sources: ["s"], standing: "documented", level: "MUST", contested: {}, line: 7, ...more },
];
const clauses = (...of: readonly (readonly [string, Clause])[]) => new Map(of);
const start = (cites: string, expects: string) =>
	`clauses: [${cites}]\nsteps:\n  - StartWorkflowExecution: {}\n    expect: ${expects}\n`;

/** Both are named `a/shows`, of area a. */
function problemsOf(
	known: ReadonlyMap<string, Clause>,
	text: string | undefined,
	rules: readonly Rule[] = [],
): readonly string[] {
	const words = { clauses: known, features: [] };
	const scenarios = text === undefined ? [] : parseScenario(text, "a/shows", "a/shows.yaml", words);
	const entries = ledger({ vocabulary: words, scenarios }, rules);
	return ledgerProblems(entries, rules, known).map(({ file, at, message }) => `${file}:${at.line}: ${message}`);
}

test("a clause that an expectation rests on is tested", () => {
	expect(problemsOf(clauses(clause("a/must")), start("a/must", "{ fault: UnknownResourceFault }"))).toEqual([]);
});

test("a clause that only says why nothing tests it will do", () => {
	expect(problemsOf(clauses(clause("a/must", { untested: "takes a year" })), undefined)).toEqual([]);
});

test("a clause that nothing tests is refused with its place", () => {
	expect(problemsOf(clauses(clause("a/must")), undefined)).toEqual([
		"specs/clauses/a.yaml:7: nothing tests a/must: no scenario, invariant or contract rule rests on it; write one, or say under untested why not",
	]);
});

test("to be cited is not enough where no expectation rests on the clause", () => {
	const text = start("a/must, a/also", "{ answer: {} }");
	expect(problemsOf(clauses(clause("a/must"), clause("a/also")), text)).toEqual([
		"specs/clauses/a.yaml:7: nothing tests a/also: a/shows cites it, but no expectation there rests on it; give it to one, clause: a/also",
	]);
});

test("a clause that says why nothing tests it and is tested is refused", () => {
	const text = start("a/must", "{ answer: {} }");
	expect(problemsOf(clauses(clause("a/must", { untested: "takes a year" })), text)).toEqual([
		"specs/clauses/a.yaml:7: a/must says why nothing tests it, but a/shows does; take untested out",
	]);
});

test("a rule tests its clause, and must rest on one that is there", () => {
	const rules: readonly Rule[] = [
		{ kind: "invariant", name: "one", clause: "a/must" },
		{ kind: "contract rule", name: "two", clause: "a/gone" },
	];
	expect(problemsOf(clauses(clause("a/must")), undefined, rules)).toEqual([
		"specs/clauses/a.yaml:1: the contract rule two rests on a/gone, which is not there; write the clause",
	]);
});

test("figures count each area by itself", () => {
	const known = clauses(clause("a/must"), clause("a/long", { untested: "takes a year" }), clause("b/must"));
	const words = { clauses: known, features: [] };
	const scenarios = parseScenario(start("a/must", "{ answer: {} }"), "a/shows", "a/shows.yaml", words);
	expect(figures(ledger({ vocabulary: words, scenarios }, []))).toEqual([
		{ area: "a", clauses: 2, tested: 1, untested: 1 },
		{ area: "b", clauses: 1, tested: 0, untested: 0 },
	]);
});
