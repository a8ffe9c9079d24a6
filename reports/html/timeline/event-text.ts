import { type Members, memberOf } from "../../json-lines.ts";
import type { ExpectedEvent, Finding, Json } from "../../report.ts";
import { shortened, visibleLine } from "../../visible.ts";
import type { Markup } from "../markup.ts";
import type { HistoryEvent } from "./histories.ts";
import { referencesOf } from "./references.ts";

const longestValue = 60;
const longestName = 60;
const mostMembers = 6;
const mostMarks = 2;

/** Members that tell most of what an event is about, the most telling first. */
const telling: readonly string[] = [
	...["activityId", "timerId", "signalName", "markerName", "id", "workflowId", "cause", "timeoutType", "childPolicy"],
	...["reason", "details", "result", "input", "control"],
];

/**
 * What is said of an event that was expected: its type, what became of it, and what its members were held against.
 *
 * @param differing the member that is not as it was expected, if there is one
 */
export const expectedText = (
	{ eventType, attributes = {} }: ExpectedEvent,
	became: string,
	differing?: string,
): readonly Markup[] => [
	typeText(eventType),
	" ",
	["em", {}, became],
	...memberList(
		Object.entries(attributes).map(([name, value]) => [name, valueText(value)]),
		differing,
	),
];

/** What is said of an event that is there: its number and type, and the time, as it is of the first event and since then of the others. */
export const observedText = (event: HistoryEvent, first: HistoryEvent | undefined): readonly Markup[] => [
	["span", { class: "id" }, event.eventId === undefined ? "?" : String(event.eventId)],
	" ",
	typeText(event.eventType),
	...(event.eventTimestamp === undefined
		? []
		: [
				" ",
				["span", { class: "time" }, timeText(event.eventTimestamp, event === first ? undefined : first?.eventTimestamp)] as const,
			]),
];

/**
 * What an event refers to, and of its other members those that were asked for or tell most.
 *
 * @param differing the member that is not as it was expected, if there is one
 */
export function membersText({ attributes }: HistoryEvent, asked: Members, differing?: string): readonly Markup[] {
	const references = referencesOf(attributes).map(({ member, eventId }): Member => [member, String(eventId)]);
	const referring = new Set(references.map(([member]) => member));
	const members = [...new Set([...Object.keys(asked), ...telling])].flatMap((name): readonly Member[] => {
		const value = memberOf(attributes, name);
		if (referring.has(name) || (value === undefined && name !== differing)) return [];
		return [[name, value === undefined ? "(absent)" : valueText(value)]];
	});
	return memberList([...references, ...members.slice(0, mostMembers)], differing);
}

/** What else was found about an event. */
export const markText = (marks: readonly Finding[]): readonly Markup[] =>
	marks
		.slice(0, mostMarks)
		.map(
			({ level, message }): Markup => [
				"p",
				{ class: level === "MAY" ? "remark" : "wrong" },
				`${level}: ${shortened(visibleLine(message), 200)}`,
			],
		);

type Member = readonly [name: string, value: string];

/** The words of a type apart, since on a phone a line may have to end between them. */
const typeText = (eventType: string): Markup => [
	"b",
	{},
	...shortened(visibleLine(eventType), longestName)
		.split(/(?=[A-Z][a-z])/)
		.map((word): Markup => ["span", {}, word]),
];

const valueText = (value: Json): string => shortened(visibleLine(JSON.stringify(value)), longestValue);

function memberList(members: readonly Member[], differing: string | undefined): readonly Markup[] {
	if (members.length === 0) return [];
	const texts = members.flatMap(([name, value], index): readonly Markup[] => {
		const text = `${shortened(visibleLine(name), longestName)} ${value}`;
		return [...(index === 0 ? [] : [" · "]), name === differing ? ["mark", {}, text] : text];
	});
	return [["p", {}, ...texts]];
}

function timeText(seconds: number, start: number | undefined): string {
	if (start !== undefined) return `${seconds < start ? "−" : "+"}${secondsText(Math.abs(seconds - start))}`;
	const date = new Date(Math.round(seconds * 1000));
	return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}

const secondsText = (seconds: number): string => `${seconds < 1e9 ? Math.round(seconds * 1000) / 1000 : seconds} s`;
