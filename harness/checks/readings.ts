import type { Reading } from "../../specs/invariants/support/observed.ts";
import type { Json, JsonObject } from "../../specs/wire/json.ts";
import { type Answered, originOf } from "./answered.ts";

/** A reading, and the execution that it is of, as the target or the request named it. */
export type ReadingOf = Reading & { readonly domain: Json | undefined; readonly execution: Json | undefined };

/** A page of a history, and the page before it. */
interface Page {
	readonly before?: Page;
	readonly position: number;
	readonly exchange: Answered;
	readonly output: JsonObject;
	continued: boolean;
}

/** Follows page tokens through exchanges: each way from a first page to a last one is a reading. A page that nothing led to begins one of its own. */
export function readingsIn(exchanges: readonly Answered[]): readonly ReadingOf[] {
	const pages: Page[] = [];
	const byToken = new Map<string, Page>();
	for (const [position, exchange] of exchanges.entries()) {
		const { operation, input, outcome } = exchange;
		if (outcome.kind !== "answer" || !Array.isArray(outcome.output["events"])) continue;
		if (operation !== "GetWorkflowExecutionHistory" && operation !== "PollForDecisionTask") continue;
		const { output } = outcome;
		const tokenKey = (token: Json | undefined) =>
			JSON.stringify([operation, input["domain"] ?? null, input["execution"] ?? null, token ?? null]);
		const before = hasToken(input) ? byToken.get(tokenKey(input["nextPageToken"])) : undefined;
		const page: Page = { position, exchange, output, continued: false, ...(before === undefined ? {} : { before }) };
		if (before !== undefined) before.continued = true;
		if (hasToken(output)) byToken.set(tokenKey(output["nextPageToken"]), page);
		pages.push(page);
	}
	return pages.flatMap((page) => (page.continued ? [] : [readingOf(page)]));
}

/** Null and the empty text are no token, whatever else may be one. */
const hasToken = ({ nextPageToken }: JsonObject): boolean =>
	nextPageToken !== undefined && nextPageToken !== null && nextPageToken !== "";

function readingOf(last: Page): ReadingOf {
	const pages: Page[] = [];
	for (let page: Page | undefined = last; page !== undefined; page = page.before) pages.unshift(page);
	const first = pages[0] ?? last;
	const { operation, input } = first.exchange;
	const told = pages.flatMap(({ output, position }) => eventsOf(output).map((event) => ({ event, exchange: position })));
	const isReversed = input["reverseOrder"] === true;
	const begins = !hasToken(input);
	const ends = !hasToken(last.output);
	const isTask = operation === "PollForDecisionTask";
	const isTrimmed = isTask && input["startAtPreviousStartedEvent"] === true && first.output["previousStartedEventId"] !== 0;
	return {
		domain: input["domain"],
		execution: isTask ? first.output["workflowExecution"] : input["execution"],
		origin: originOf(
			pages.map(({ position }) => position),
			first.exchange,
			last.exchange,
		),
		told: isReversed ? told.reverse() : told,
		fromStart: (isReversed ? ends : begins) && !isTrimmed,
		toEnd: isReversed ? begins : ends && (begins || !isTask),
		// A page that nothing led to may be of a task that another poll brought.
		...(isTask && begins ? { decisionTask: first.output } : {}),
	};
}

const eventsOf = ({ events }: JsonObject): readonly Json[] => (Array.isArray(events) ? (events as readonly Json[]) : []);
