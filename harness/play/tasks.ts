import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import type { CaseContext } from "./case-context.ts";
import { isTransport, refusesOperation, troubleIn } from "./refusals.ts";
import { pauses } from "./waiting.ts";

/** A task that a poll brought, with the exchanges that show it. */
export interface ArrivedTask {
	readonly task: JsonObject;
	readonly exchanges: readonly number[];
}

/** Tasks that arrived while another was waited for. */
export interface TaskInbox {
	readonly waiting: { readonly kind: TaskKind; readonly arrived: ArrivedTask }[];
}

export type TaskKind = "decisionTask" | "activityTask";

const pollOf = { decisionTask: "PollForDecisionTask", activityTask: "PollForActivityTask" } as const satisfies Record<
	TaskKind,
	OperationName
>;

/** What a step waits for. */
export interface Wanted {
	readonly kind: TaskKind;
	readonly step: string;
	readonly domain: string;
	readonly taskList: string;
	readonly workflowId: string;
	readonly runId?: string;
	readonly activityId?: string;
	/** Seconds of patience. */
	readonly seconds: number;
}

/** How waiting for a task ended. `ended` means that trouble was noted and the case is over. */
export type Waited = { readonly arrived: ArrivedTask } | { readonly missing: string } | "ended";

export const createInbox = (): TaskInbox => ({ waiting: [] });

function isWanted({ workflowId, runId, activityId }: Wanted, { task }: ArrivedTask): boolean {
	const execution = task["workflowExecution"];
	return (
		isJsonObject(execution) &&
		execution["workflowId"] === workflowId &&
		(runId === undefined || execution["runId"] === runId) &&
		(activityId === undefined || task["activityId"] === activityId)
	);
}

function takeFromInbox({ waiting }: TaskInbox, wanted: Wanted): ArrivedTask | undefined {
	const position = waiting.findIndex(({ kind, arrived }) => kind === wanted.kind && isWanted(wanted, arrived));
	return position < 0 ? undefined : waiting.splice(position, 1)[0]?.arrived;
}

/** Polls that are refused so often in a row, over two seconds or more, are not tried again: a new domain is known everywhere by then. */
const mostRefusals = 8;

/** Polls until the wanted task arrives; keeps what else arrives for the steps that want it. */
export async function awaitTask(wanted: Wanted, context: CaseContext): Promise<Waited> {
	const { inbox, interrupt, now, deadlines } = context;
	const share = deadlines.taskShare();
	const seconds = wanted.seconds * share;
	const over = new AbortController();
	const timer = setTimeout(() => over.abort(new Error(`no task within ${seconds} s`)), seconds * 1000);
	const until = now() + seconds * 1000;
	const pause = pauses(AbortSignal.any([over.signal, interrupt]));
	let refusals = 0;
	try {
		while (!interrupt.aborted) {
			const kept = takeFromInbox(inbox, wanted);
			if (kept !== undefined) {
				deadlines.waited(true);
				return { arrived: kept };
			}
			if (now() >= until || over.signal.aborted) {
				deadlines.waited(false);
				return await missing(wanted, `arrived within ${seconds} s`, share < 1, context);
			}
			const polled = await poll(wanted, context, over.signal);
			if (polled === "ended") return "ended";
			if (typeof polled === "object" && "task" in polled) inbox.waiting.push({ kind: wanted.kind, arrived: polled });
			else await pause();
			refusals = typeof polled === "object" && "refusal" in polled ? refusals + 1 : 0;
			if (typeof polled === "object" && "refusal" in polled && refusals >= mostRefusals)
				return await missing(wanted, `came: ${polled.refusal}, ${refusals} times in a row`, false, context);
		}
		return "ended";
	} finally {
		clearTimeout(timer);
	}
}

/** One poll: a task with all pages of its history, nothing, why it was refused, or the end of the case. */
async function poll(
	wanted: Wanted,
	context: CaseContext,
	over: AbortSignal,
): Promise<ArrivedTask | undefined | { readonly refusal: string } | "ended"> {
	const { recorder, departed } = context;
	const operation = pollOf[wanted.kind];
	const input = { domain: wanted.domain, taskList: { name: wanted.taskList } };
	const { index, outcome } = await recorder.call(wanted.step, operation, input, {
		signal: over,
		...(departed === undefined ? {} : { departed }),
	});
	// A poll that we gave up because the task's time was over says nothing of the line.
	if (isTransport(outcome) && over.aborted) return undefined;
	const broken = troubleIn(operation, outcome);
	if (broken !== undefined) {
		context.trouble(broken);
		return "ended";
	}
	const exchange = recorder.exchanges[index];
	if (exchange !== undefined && refusesOperation(exchange)) {
		context.trouble({ kind: "unsupported", message: `the target does not know ${operation}` });
		return "ended";
	}
	if (outcome.kind === "fault") return { refusal: `${operation} was refused with ${outcome.type}` };
	if (outcome.kind !== "answer") return { refusal: `${operation} was answered with ${outcome.problem}` };
	const { taskToken } = outcome.output;
	if (typeof taskToken !== "string" || taskToken === "") return undefined;
	return wanted.kind === "decisionTask"
		? withAllPages(outcome.output, index, input, wanted.step, context)
		: { task: outcome.output, exchanges: [index] };
}

/** Fetches the rest of a decision task's history, which comes through the same operation. */
async function withAllPages(
	first: JsonObject,
	index: number,
	input: JsonObject,
	step: string,
	{ recorder, trouble }: CaseContext,
): Promise<ArrivedTask | "ended"> {
	const exchanges = [index];
	let events = Array.isArray(first["events"]) ? first["events"] : [];
	let token = first["nextPageToken"];
	while (typeof token === "string" && token !== "" && exchanges.length < 250) {
		const { index: next, outcome } = await recorder.call(step, "PollForDecisionTask", { ...input, nextPageToken: token });
		exchanges.push(next);
		const broken = troubleIn("PollForDecisionTask", outcome);
		if (broken !== undefined) {
			trouble(broken);
			return "ended";
		}
		if (outcome.kind !== "answer") break;
		if (Array.isArray(outcome.output["events"])) events = [...events, ...outcome.output["events"]];
		token = outcome.output["nextPageToken"] === token ? undefined : outcome.output["nextPageToken"];
	}
	const { nextPageToken: _, ...task } = first;
	return { task: { ...task, events }, exchanges };
}

/**
 * The task did not come. Whether that is the target's doing or the line's is told by asking for something else.
 *
 * @param isCurtailed whether it was waited for less long than the scenario says
 */
async function missing(
	{ kind, step, domain, workflowId, runId }: Wanted,
	how: string,
	isCurtailed: boolean,
	context: CaseContext,
): Promise<Waited> {
	const what = `no ${kind === "decisionTask" ? "decision" : "activity"} task of ${workflowId} ${how}`;
	if (isCurtailed) {
		context.trouble({ kind: "transport", message: `${what}; not waited for longer, as no task has come for long` });
		return "ended";
	}
	const [operation, input]: readonly [OperationName, JsonObject] =
		runId === undefined
			? ["DescribeDomain", { name: domain }]
			: ["DescribeWorkflowExecution", { domain, execution: { workflowId, runId } }];
	const { outcome } = await context.recorder.call(step, operation, input);
	const broken = troubleIn(operation, outcome);
	if (broken !== undefined) {
		context.trouble({ ...broken, message: `${what}, and the target did not answer afterwards: ${broken.message}` });
		return "ended";
	}
	return { missing: what };
}
