import { eventAttributesMember, eventTypes } from "./contract.ts";
import type { Value } from "./value.ts";

/** One of the 54 event types. */
export type EventType = Value<"EventType">;

/** The member of an event that holds the attributes of its type. */
export type EventAttributesMember<Type extends EventType> = `${Uncapitalize<Type>}EventAttributes`;

/** The attributes of an event type. */
export type EventAttributes<Type extends EventType> = Exclude<Value<"HistoryEvent">[EventAttributesMember<Type>], undefined>;

/** An event before it has an id and a time: what a rule decided shall be recorded. */
export type DraftOf<Type extends EventType> = { readonly eventType: Type } & {
	readonly [Member in EventAttributesMember<Type>]: EventAttributes<Type>;
};

/** A recorded event of one type; `eventTimestamp` is in epoch seconds, with milliseconds as fraction. */
export type EventOf<Type extends EventType> = DraftOf<Type> & { readonly eventId: number; readonly eventTimestamp: number };

/** Any draft, discriminated by `eventType`. */
export type Draft = { [Type in EventType]: DraftOf<Type> }[EventType];

/** Any recorded event, discriminated by `eventType`. */
export type HistoryEvent = { [Type in EventType]: EventOf<Type> }[EventType];

const attributesMembers: ReadonlyMap<string, string> = new Map(eventTypes.map((type) => [type, eventAttributesMember(type)]));

/** Drafts an event of the type. */
export function draft<Type extends EventType>(eventType: Type, attributes: EventAttributes<Type>): Draft {
	const member = attributesMembers.get(eventType) ?? "";
	// The member's name follows from the type; the compiler cannot see through the template.
	return { eventType, [member]: attributes } as unknown as Draft;
}
