import { setMaxListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { foldHistory } from "../specs/model/apply-event.ts";
import type { Execution } from "../specs/model/execution.ts";
import type { Ids } from "../specs/model/ids.ts";
import type { Model } from "../specs/model/model.ts";
import { packageRoot } from "./cli/corpus.ts";
import { wireClients } from "./clients/wire.ts";
import { plan } from "./plan.ts";
import { run } from "./run.ts";
import { loadScenarios, loadVocabulary, scenarioFiles } from "./scenario/load-scenarios.ts";
import { allSteps } from "./scenario/scenario.ts";
import { openMock } from "./targets/mock.ts";

/** The latest model of each place; the ids are what a place is known by. */
const models = vi.hoisted(() => new Map<Ids, Model>());

vi.mock(import("../specs/model/dispatch.ts"), async (original) => {
	const { dispatch } = await original();
	return {
		dispatch: (...given) => {
			const dispatched = dispatch(...given);
			models.set(given[4], dispatched.model);
			return dispatched;
		},
	};
});
vi.mock(import("../specs/model/advance.ts"), async (original) => {
	const { advance, ...others } = await original();
	return {
		...others,
		advance: (...given) => {
			const model = advance(...given);
			models.set(given[2], model);
			return model;
		},
	};
});

const plain = (execution: Execution | undefined): unknown => JSON.parse(JSON.stringify(execution));

test("whatever a scenario makes of an execution is what its history folds to", { timeout: 240_000 }, async () => {
	const scenarios = await loadScenarios(await scenarioFiles(packageRoot), packageRoot, await loadVocabulary(packageRoot));
	await using target = await openMock();
	const interrupt = new AbortController().signal;
	setMaxListeners(0, interrupt);
	const options = { concurrency: 8, patience: 0.1, interrupt, played: () => undefined, now: () => performance.now() };
	await run(plan(scenarios, target, { lacks: [] }).play, target, wireClients(), options);
	const executions = [...models.values()].flatMap((model) => [...model.executions.values()]);
	const starting = scenarios.filter(({ steps }) =>
		allSteps(steps).some((step) => step.action === "operation" && step.operation === "StartWorkflowExecution"),
	);
	expect(executions.length).toBeGreaterThan(starting.length);
	for (const execution of executions) {
		expect(plain(foldHistory(execution.key, execution.history))).toEqual(plain(execution));
	}
});
