import { eventAttributesMember, eventTypes, type Shape, type ShapeName, shape, structure } from "../../wire/contract.ts";
import type { EventType } from "../../wire/history-event.ts";
import { isJsonObject, type Json, type JsonObject } from "../../wire/json.ts";
import type { RecordedEvent, Told } from "./observed.ts";

const known: ReadonlySet<string> = new Set(eventTypes);
const isEventType = (value: Json | undefined): value is EventType => typeof value === "string" && known.has(value);

/** The id of whatever a target told as an event, if it has one. */
export function eventIdOf(event: Json): number | undefined {
	const id = isJsonObject(event) ? event["eventId"] : undefined;
	return typeof id === "number" && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** The time of whatever a target told as an event, in epoch seconds, if it has one. */
export function eventTimeOf(event: Json): number | undefined {
	const time = isJsonObject(event) ? event["eventTimestamp"] : undefined;
	return typeof time === "number" && Number.isFinite(time) ? time : undefined;
}

/**
 * Reads an event. Undefined for one of an unknown type or whose attributes are not of their shape: what it did to its run cannot be told then, and
 * that it is malformed is not for invariants to say.
 */
export function readEvent({ event, exchange }: Told): RecordedEvent | undefined {
	const eventId = eventIdOf(event);
	const eventTimestamp = eventTimeOf(event);
	if (!isJsonObject(event) || eventId === undefined || eventTimestamp === undefined) return undefined;
	const { eventType } = event;
	if (!isEventType(eventType)) return undefined;
	const attributes = event[eventAttributesMember(eventType)];
	if (!isJsonObject(attributes) || !isLegible(`${eventType}EventAttributes` as ShapeName, attributes)) return undefined;
	return { eventId, eventType, eventTimestamp, attributes, exchange };
}

/** Whether the required members are there and every known one has its JSON type; lengths and values are not looked at. */
function isLegible(name: ShapeName, attributes: JsonObject): boolean {
	const { members, required } = structure(name);
	return Object.entries(members).every(([member, of]) => {
		const value = attributes[member];
		return value === undefined ? !required.includes(member) : hasJsonType(shape(of), value);
	});
}

function hasJsonType({ type }: Shape, value: Json): boolean {
	switch (type) {
		case "structure":
			return isJsonObject(value);
		case "list":
			return Array.isArray(value);
		case "string":
			return typeof value === "string";
		case "boolean":
			return typeof value === "boolean";
		case "timestamp":
			return typeof value === "number";
		default:
			return Number.isSafeInteger(value);
	}
}
