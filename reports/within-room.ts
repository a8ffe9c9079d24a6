import type { Members } from "./json-lines.ts";
import type { CaseReport, Finding, HistoryExpectation, Json, ReportExchange } from "./report.ts";
import { shortened } from "./visible.ts";

/** How much of what a target sent a report has room for. The evidence has it all. In characters, where nothing else is said. */
export const room = {
	/** Of the bodies and headers of one case, all in all; beyond it only the beginning of each is kept. */
	exchanges: 1024 * 1024,
	/** Of all cases; beyond it a case has room for fewer. */
	report: 48 * 1024 * 1024,
	/** Of the bodies and headers of a case for which there is no room any more. */
	late: 16 * 1024,
	body: 16 * 1024,
	/** Of a body for which there is no room any more. */
	beginning: 256,
	header: 4 * 1024,
	/** Headers of one message, a number. */
	headers: 100,
	/** Of what a finding expected, and of what it observed. */
	value: 16 * 1024,
	message: 4 * 1024,
	/** Findings of one case, a number. */
	findings: 100,
	/** Witnesses of one finding, a number. */
	witnesses: 1_000,
} as const;

/**
 * A case as a report holds it: what a hostile target made long is cut, with a note of how much more there is in the evidence.
 *
 * @param before characters of the cases that the report holds already
 */
export function withinRoom(one: CaseReport, before: number): CaseReport {
	const left = { characters: before < room.report ? room.exchanges : room.late };
	const more = one.findings.length - room.findings;
	return {
		...one,
		...(one.reason === undefined ? {} : { reason: cut(one.reason, room.message) }),
		findings: one.findings.slice(0, room.findings).map(smallFinding),
		...(more > 0 ? { moreFindings: more } : {}),
		exchanges: one.exchanges.map((exchange) => smallExchange(exchange, left)),
	};
}

const smallFinding = ({ message, expected, observed, history, exchanges, ...rest }: Finding): Finding => ({
	...rest,
	message: cut(message, room.message),
	...(expected === undefined ? {} : { expected: smallValue(expected, { characters: room.value }) }),
	...(observed === undefined ? {} : { observed: smallValue(observed, { characters: room.value }) }),
	...(history === undefined ? {} : { history: smallHistory(history) }),
	...(exchanges === undefined ? {} : { exchanges: exchanges.slice(0, room.witnesses) }),
});

/** How many events are asked for is the scenario's say; a target's may be the values of references in them. */
function smallHistory({ events, ...rest }: HistoryExpectation): HistoryExpectation {
	const left = { characters: room.value };
	return {
		...rest,
		events: events.map(({ attributes, ...event }) =>
			attributes === undefined ? event : { ...event, attributes: smallMembers(attributes, left) },
		),
	};
}

/** What is left of a number of characters. */
interface Left {
	characters: number;
}

function smallExchange({ request, response, problem, ...rest }: ReportExchange, left: Left): ReportExchange {
	return {
		...rest,
		request: { ...request, ...smallMessage(request, left) },
		...(response === undefined ? {} : { response: { ...response, ...smallMessage(response, left) } }),
		...(problem === undefined ? {} : { problem: cut(problem, room.message) }),
	};
}

type Message = ReportExchange["request"];

function smallMessage({ headers, body }: Message, left: Left): Message {
	const few = Object.entries(headers)
		.slice(0, room.headers)
		.map(([name, value]) => [cut(name, room.header), cut(value, left.characters > 0 ? room.header : room.beginning)] as const);
	left.characters -= few.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
	const small = cut(body, left.characters > 0 ? room.body : room.beginning);
	left.characters -= small.length;
	return { headers: Object.fromEntries(few), body: small };
}

function smallValue(value: Json, left: Left): Json {
	if (typeof value === "string") {
		const text = cut(value, Math.max(room.beginning, Math.min(left.characters, room.header)));
		left.characters -= text.length;
		return text;
	}
	left.characters -= 8;
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) {
		const items = fitting(value as readonly Json[], left, (item) => smallValue(item, left));
		return items.length === value.length ? items : [...items, moreText(value.length - items.length, "items")];
	}
	return smallMembers(value as Members, left);
}

function smallMembers(value: Members, left: Left): Members {
	const entries = Object.entries(value);
	const members = fitting(entries, left, ([name, member]) => [cut(name, room.beginning), smallValue(member, left)] as const);
	const rest = entries.length - members.length;
	return Object.fromEntries(rest === 0 ? members : [...members, ["…", moreText(rest, "members")]]);
}

/** As many as there is room for. */
function fitting<Item, Small>(items: readonly Item[], left: Left, small: (item: Item) => Small): readonly Small[] {
	const fits: Small[] = [];
	for (const item of items) {
		if (left.characters <= 0) break;
		fits.push(small(item));
	}
	return fits;
}

const kept = "in the evidence";

const cut = (text: string, limit: number): string => shortened(text, limit, kept);

const moreText = (count: number, what: string): string => `… (${count} more ${what} ${kept})`;
