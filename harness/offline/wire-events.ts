import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";

/**
 * Events as they come over the wire, whatever a client has made of them: members in camel case, times in epoch seconds, nothing that is null.
 *
 * Known forms: the wire itself and version 1 of the AWS CLI (seconds), version 2 of it and the AWS SDK for JavaScript (ISO 8601), boto3's times
 * as text (a blank for the T), milliseconds, and members in Pascal case, as the SDKs for Go and .NET print them.
 */
export const wireEvent = (event: Json): Json => {
	const renamed = renamedMembers(event);
	return isJsonObject(renamed) && renamed["eventTimestamp"] !== undefined
		? { ...renamed, eventTimestamp: wireTime(renamed["eventTimestamp"]) }
		: renamed;
};

/** The same value with member names in camel case and without members that are null. */
export function renamedMembers(value: Json): Json {
	if (Array.isArray(value)) return (value as readonly Json[]).map(renamedMembers);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== null)
			.map(([member, inner]) => [`${member.charAt(0).toLowerCase()}${member.slice(1)}`, renamedMembers(inner)]),
	);
}

/** Epoch seconds up to the year 5000 are less; epoch milliseconds since 1973 are more. */
const leastMilliseconds = 1e11;

/** A time in epoch seconds; whatever cannot be read as one stays as it is, and the contract check says so. */
function wireTime(time: Json): Json {
	if (typeof time === "number") return Math.abs(time) >= leastMilliseconds ? time / 1000 : time;
	if (typeof time !== "string") return time;
	if (/^\d+(\.\d+)?$/.test(time)) return wireTime(Number(time));
	const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(time.trim());
	if (parts === null) return time;
	const [, day, clock, fraction = "", zone = "Z"] = parts;
	// Python may leave the offset out, and then means UTC here: SWF has no other.
	const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
	const whole = Date.parse(`${day}T${clock}${offset}`);
	return Number.isNaN(whole) ? time : whole / 1000 + Math.round(Number(`0${fraction}`) * 1000) / 1000;
}

/** The events of a document that is a history or a page of one, or a bare list of events. */
export function eventsIn(document: Json): readonly Json[] | undefined {
	if (Array.isArray(document)) return (document as readonly Json[]).every(isEventLike) ? document : undefined;
	if (!isJsonObject(document)) return undefined;
	const events = document["events"] ?? document["Events"];
	return Array.isArray(events) ? events : undefined;
}

const isEventLike = (value: Json): boolean => isJsonObject(value) && ("eventType" in value || "EventType" in value);

/** The token of the page that follows, where a document tells of one: SWF's own, or the one that the AWS CLI makes of it. */
export function nextToken(document: Json): string | undefined {
	const members: JsonObject = isJsonObject(document) ? document : {};
	const token = members["nextPageToken"] ?? members["NextPageToken"] ?? members["NextToken"];
	return typeof token === "string" && token !== "" ? token : undefined;
}
