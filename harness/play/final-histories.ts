import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Exchange, History, Outcome } from "../evidence.ts";
import { type FlatEvent, flatten } from "../scenario/match-history.ts";
import type { Clock } from "../targets/target.ts";
import { readHistory } from "./read-history.ts";
import type { Recorder } from "./recorder.ts";

/** A case starts few executions; a target that names ever new ones is not followed for ever. */
const mostExecutions = 60;

/** One run of an execution, and where it lives. */
export interface Run {
	readonly domain: string;
	readonly workflowId: string;
	readonly runId: string;
}

/**
 * Reads the history of every execution that a case started, of their children and of their successors. A virtual clock stands still between calls, so
 * there a reading that only readings followed is the last word already.
 */
export async function readFinalHistories(
	recorder: Recorder,
	clock: Clock["kind"],
	interrupt: AbortSignal,
): Promise<readonly (History & { readonly domain: string })[]> {
	const known = new Map<string, Run>();
	const queue: Run[] = [];
	const add = (run: Run | undefined) => {
		if (run === undefined || known.has(run.runId) || known.size >= mostExecutions) return;
		known.set(run.runId, run);
		queue.push(run);
	};
	for (const exchange of recorder.exchanges) add(startedBy(exchange));
	const histories: (History & { readonly domain: string })[] = [];
	for (let run = queue.shift(); run !== undefined && !interrupt.aborted; run = queue.shift()) {
		const events = (clock === "virtual" ? readAlready(recorder, run) : undefined) ?? (await read(recorder, run));
		if (events === "ended") break;
		if (events === undefined) continue;
		histories.push({ ...run, events });
		for (const event of events) add(namedBy(flatten(event), run));
	}
	return histories;
}

const eventsOf = (outcome: Outcome): readonly Json[] =>
	outcome.kind === "answer" && Array.isArray(outcome.output["events"]) ? (outcome.output["events"] as readonly Json[]) : [];

/** All events of a run; undefined where the target refuses to tell, and the end of it where the line is broken. */
async function read(recorder: Recorder, { domain, workflowId, runId }: Run): Promise<readonly Json[] | undefined | "ended"> {
	const pages = await readHistory(recorder, "history", { domain, execution: { workflowId, runId } }, {});
	if (pages.some(({ outcome }) => outcome.kind === "transport")) return "ended";
	return pages.at(-1)?.outcome.kind === "answer" ? pages.flatMap(({ outcome }) => eventsOf(outcome)) : undefined;
}

/** What a step read of a run in one page, if nothing has happened since. */
function readAlready({ exchanges, unchangedSince }: Recorder, { domain, workflowId, runId }: Run): readonly Json[] | undefined {
	const asked = JSON.stringify({ domain, execution: { workflowId, runId } });
	const found = exchanges
		.slice(unchangedSince)
		.find(
			({ operation, input, outcome }) =>
				operation === "GetWorkflowExecutionHistory" && JSON.stringify(input) === asked && isLastPage(outcome),
		);
	return found === undefined ? undefined : eventsOf(found.outcome);
}

const isLastPage = (outcome: Outcome) => outcome.kind === "answer" && outcome.output["nextPageToken"] === undefined;

/** The run that an exchange started, if it started one. */
export function startedBy({ operation, input, outcome }: Exchange): Run | undefined {
	if (operation !== "StartWorkflowExecution" || outcome.kind !== "answer") return undefined;
	return runOf(input["domain"], { workflowId: input["workflowId"] ?? null, runId: outcome.output["runId"] ?? null });
}

function namedBy(event: FlatEvent, { domain, workflowId }: Run): Run | undefined {
	if (event["eventType"] === "ChildWorkflowExecutionStarted") return runOf(domain, event["workflowExecution"]);
	if (event["eventType"] === "WorkflowExecutionContinuedAsNew")
		return runOf(domain, { workflowId, runId: event["newExecutionRunId"] ?? null });
	return undefined;
}

function runOf(domain: Json | undefined, execution: Json | JsonObject | undefined): Run | undefined {
	if (!isJsonObject(execution)) return undefined;
	const { workflowId, runId } = execution;
	return typeof domain === "string" && typeof workflowId === "string" && typeof runId === "string"
		? { domain, workflowId, runId }
		: undefined;
}
