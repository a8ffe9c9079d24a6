import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { levelOf, type Standing } from "../clause.ts";
import { betweenRunsExamples } from "./examples/between-runs.ts";
import { descriptionExamples } from "./examples/descriptions.ts";
import { lifecycleExamples } from "./examples/lifecycle.ts";
import { readingExamples } from "./examples/readings.ts";
import type { Example } from "./examples/scene.ts";
import { taskExamples } from "./examples/tasks.ts";
import { type InvariantName, invariants } from "./invariants.ts";
import { assembleRuns } from "./support/assemble-runs.ts";

/** One for each invariant: the compiler asks for what is missing. */
const examples = {
	...readingExamples,
	...lifecycleExamples,
	...taskExamples,
	...betweenRunsExamples,
	...descriptionExamples,
} satisfies Record<InvariantName, Example>;

const names = Object.keys(invariants) as readonly InvariantName[];

describe.each(names)("%s", (name) => {
	const { valid, broken, at }: Example = examples[name];

	test("finds what breaks it, and where", () => {
		const violations = invariants[name].law(assembleRuns(broken));
		expect(violations.map((violation) => violation.at)).toContain(at);
		for (const { message, exchanges } of violations) {
			expect(message).not.toBe("");
			expect(exchanges).not.toEqual([]);
		}
	});

	test("is content with what keeps it, and so is every other", () => {
		const observed = assembleRuns(valid);
		const found = names.flatMap((other) => invariants[other].law(observed).map(({ message }) => `${other}: ${message}`));
		expect(found).toEqual([]);
	});
});

test("each invariant has a clause, and each clause of histories an invariant, at one level", () => {
	const clauses: Record<string, { standing: Standing; level?: string }> = parse(
		readFileSync("specs/clauses/histories.yaml", "utf8"),
	);
	const levels = Object.entries(clauses).map(([name, { standing, level }]) => [name, level ?? levelOf(standing)]);
	expect(Object.fromEntries(levels)).toEqual(Object.fromEntries(names.map((name) => [name, invariants[name].level])));
});
