import type { Members } from "../../json-lines.ts";

/** An event named by another one of the same history. */
export interface Reference {
	/** The member that names it, as `scheduledEventId`. */
	readonly member: string;
	readonly eventId: number;
}

const most = 5;

/** They name events of another history: the parent's, or that of who sent a signal or a cancel request. */
const foreign: ReadonlySet<string> = new Set(["parentInitiatedEventId", "externalInitiatedEventId"]);

/** Events that the attributes of an event name; 0 names none, and what is no whole number cannot. */
export const referencesOf = (attributes: Members): readonly Reference[] =>
	Object.entries(attributes)
		.flatMap(([member, eventId]) => (isReference(member) && isEventId(eventId) ? [{ member, eventId }] : []))
		.slice(0, most);

/** Whether a member names an event of the same history. */
export const isReference = (member: string): boolean => member.endsWith("EventId") && !foreign.has(member);

const isEventId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;
