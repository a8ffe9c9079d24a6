import { isMembers, type Members, memberOf } from "../../json-lines.ts";
import type { CaseReport, Json, ReportExchange } from "../../report.ts";
import { readBody } from "./read-body.ts";

/** An event as a target told it, as far as that can be read. */
export interface HistoryEvent {
	readonly eventType: string;
	readonly eventId?: number;
	/** Epoch seconds. */
	readonly eventTimestamp?: number;
	readonly attributes: Members;
}

/** What one or several answers, page by page, told of the history of one execution. */
export interface Reading {
	readonly workflowId: string;
	readonly runId: string;
	/** Positions of the exchanges. */
	readonly exchanges: readonly number[];
	/** As they came, in ascending order, whichever way they were read: of many readings few are drawn. */
	readonly told: readonly Json[];
	/** Whether the report has not all of the answers. */
	readonly isCut: boolean;
	/** The number of the event that stood at a place of an answer, both counted from 0. */
	readonly eventIdIn: (exchange: number, place: number) => number | undefined;
}

/** A page of a history, and those before it. */
interface Page {
	readonly exchange: number;
	readonly operation: string;
	readonly execution: Members;
	readonly told: readonly Json[];
	readonly isCut: boolean;
	/** What the next page is asked for with. */
	readonly token: string | undefined;
}

/** Every reading of a history in a case, in the order in which they began. */
export function readingsOf({ exchanges }: Pick<CaseReport, "exchanges">): readonly Reading[] {
	const readings: Page[][] = [];
	const awaiting = new Map<string, Page[]>();
	for (const [position, exchange] of exchanges.entries()) {
		const read = readPage(exchange, position);
		if (read === undefined) continue;
		const { page, continues } = read;
		const before = continues === undefined ? undefined : (awaiting.get(continues) ?? awaiting.get(lostToken(page)));
		const reading = before ?? [];
		reading.push(page);
		if (before === undefined) readings.push(reading);
		if (page.token !== undefined) awaiting.set(page.token, reading);
		else if (page.isCut) awaiting.set(lostToken(page), reading);
	}
	return readings.flatMap(readingOf);
}

/** Stands for the token of an answer of which the report does not have the end. */
const lostToken = ({ operation, execution }: Page): string => JSON.stringify([operation, execution]);

function readPage(
	{ operation, request, response }: ReportExchange,
	exchange: number,
): { readonly page: Page; readonly continues: string | undefined } | undefined {
	const isTask = operation === "PollForDecisionTask";
	if (!isTask && operation !== "GetWorkflowExecutionHistory") return undefined;
	const asked = readBody(request.body)?.members ?? {};
	const answer = response === undefined ? undefined : readBody(response.body);
	const events = answer === undefined ? undefined : memberOf(answer.members, "events");
	if (answer === undefined || !Array.isArray(events)) return undefined;
	const execution = isTask ? memberOf(answer.members, "workflowExecution") : memberOf(asked, "execution");
	return {
		page: {
			...{ exchange, operation, isCut: answer.isCut },
			execution: isMembers(execution) ? execution : {},
			told: events as readonly Json[],
			token: tokenIn(answer.members),
		},
		continues: tokenIn(asked),
	};
}

function tokenIn(members: Members): string | undefined {
	const token = memberOf(members, "nextPageToken");
	return typeof token === "string" && token !== "" ? token : undefined;
}

function readingOf(pages: readonly Page[]): readonly Reading[] {
	const [first] = pages;
	if (first === undefined) return [];
	const { workflowId, runId } = first.execution;
	if (typeof workflowId !== "string" || typeof runId !== "string") return [];
	const told = pages.flatMap((page) => page.told);
	const [from, to] = [eventIdOf(told[0]), eventIdOf(told.at(-1))];
	return [
		{
			...{ workflowId, runId },
			exchanges: pages.map(({ exchange }) => exchange),
			told: from !== undefined && to !== undefined && from > to ? told.toReversed() : told,
			isCut: pages.some(({ isCut }) => isCut),
			eventIdIn: (exchange, place) => eventIdOf(pages.find((page) => page.exchange === exchange)?.told[place]),
		},
	];
}

/** The events of a reading, as far as they can be read. */
export const eventsOf = ({ told }: Pick<Reading, "told">): readonly HistoryEvent[] => told.map(eventOf);

const eventIdOf = (event: Json | undefined): number | undefined => (isMembers(event) ? numberIn(event, "eventId") : undefined);

function eventOf(event: Json): HistoryEvent {
	if (!isMembers(event)) return { eventType: "(no event)", attributes: {} };
	const type = memberOf(event, "eventType");
	const eventType = typeof type === "string" ? type : "(no type)";
	const [eventId, eventTimestamp] = [eventIdOf(event), numberIn(event, "eventTimestamp")];
	const attributes = memberOf(event, `${eventType.slice(0, 1).toLowerCase()}${eventType.slice(1)}EventAttributes`);
	return {
		eventType,
		...(eventId === undefined ? {} : { eventId }),
		...(eventTimestamp === undefined ? {} : { eventTimestamp }),
		attributes: isMembers(attributes) ? attributes : {},
	};
}

function numberIn(event: Members, member: string): number | undefined {
	const value = memberOf(event, member);
	return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
