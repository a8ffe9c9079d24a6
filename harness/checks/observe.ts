import { assembleRuns, type Sightings } from "../../specs/invariants/support/assemble-runs.ts";
import type { Description, HandedOutTask, Observed, Reading } from "../../specs/invariants/support/observed.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { type Answered, originOf } from "./answered.ts";
import { readingsIn } from "./readings.ts";

/** What stays inside this file while sightings are gathered. */
interface Gathered {
	readonly readings: Reading[];
	readonly descriptions: Description[];
	readonly activityTasks: HandedOutTask[];
	started?: NonNullable<Sightings["started"]>;
}

/** Puts together, run by run, all that answers told of executions. Whatever cannot be read is left out. */
export function observe(exchanges: readonly Answered[]): Observed {
	const gathered = new Map<string, Gathered>();
	const of = (domain: Json | undefined, execution: Json | undefined): Gathered | undefined => {
		if (!isJsonObject(execution)) return undefined;
		const { workflowId, runId } = execution;
		if (typeof workflowId !== "string" || typeof runId !== "string") return undefined;
		const key = JSON.stringify([typeof domain === "string" ? domain : "", workflowId, runId]);
		const found = gathered.get(key) ?? { readings: [], descriptions: [], activityTasks: [] };
		gathered.set(key, found);
		return found;
	};
	for (const { domain, execution, ...reading } of readingsIn(exchanges)) of(domain, execution)?.readings.push(reading);
	for (const [position, { operation, input, outcome, ...times }] of exchanges.entries()) {
		if (outcome.kind !== "answer") continue;
		const { output } = outcome;
		const origin = originOf([position], times, times);
		const { domain } = input;
		if (operation === "StartWorkflowExecution") {
			const run = of(domain, { workflowId: input["workflowId"] ?? null, runId: output["runId"] ?? null });
			if (run !== undefined) run.started ??= { origin, request: input };
		} else if (operation === "PollForActivityTask")
			of(domain, output["workflowExecution"])?.activityTasks.push({ origin, task: output });
		else if (operation === "DescribeWorkflowExecution" && isJsonObject(output["executionInfo"]))
			of(domain, input["execution"])?.descriptions.push({ origin, executionInfo: output["executionInfo"], detail: output });
		else if (/^List(Open|Closed)WorkflowExecutions$/.test(operation))
			for (const executionInfo of itemsOf(output))
				of(domain, executionInfo["execution"])?.descriptions.push({ origin, executionInfo });
	}
	return assembleRuns([...gathered].map(([key, seen]) => ({ ...idsOf(key), ...seen })));
}

const itemsOf = ({ executionInfos }: JsonObject): readonly JsonObject[] =>
	Array.isArray(executionInfos) ? executionInfos.filter(isJsonObject) : [];

function idsOf(key: string): Pick<Sightings, "domain" | "workflowId" | "runId"> {
	const [domain = "", workflowId = "", runId = ""] = JSON.parse(key) as readonly string[];
	return { domain, workflowId, runId };
}
