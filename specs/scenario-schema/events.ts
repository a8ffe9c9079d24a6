import { eventAttributesMember, eventTypes, structure } from "../wire/contract.ts";
import { membersOf } from "./shapes.ts";
import {
	caseKeys,
	described,
	fromNames,
	listOf,
	object,
	objectOrCell,
	type Properties,
	ref,
	referencePattern,
	type Schema,
} from "./vocabulary.ts";

/** How the events of an expectation stand to a history, by their keys, each with what it means. */
export const relations: Readonly<Record<string, string>> = {
	exactly: "The history is these events, in this order, and no others.",
	inOrder: "These events stand in the history in this order; others may lie between.",
	startsWith: "The history begins with exactly these events.",
	endsWith: "The history ends with exactly these events.",
	contains: "Each of these stands in the history, in any order, each its own event.",
	excludes: "None of these stands in the history.",
};

/** An EVENT: a type, or a type with a pattern for its attributes, and what the envelope has beside them. */
export function eventDefinitions(): Properties {
	const definitions: Record<string, Schema> = {
		event: described("A type of event, alone or with a pattern for its attributes.", {
			anyOf: [
				{ enum: eventTypes },
				ref("cell"),
				object(
					{ ...fromNames(eventTypes, (type) => ref(`event.${type}`)), as: ref("name") },
					{
						...caseKeys,
						if: { required: ["as"] },
						// biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
						then: { minProperties: 2, maxProperties: 2 },
						else: { minProperties: 1, maxProperties: 1 },
					},
				),
			],
		}),
		eventWithoutName: { allOf: [ref("event"), { not: { type: "object", required: ["as"] } }] },
		events: listOf(ref("event")),
		eventsWithoutNames: listOf(ref("eventWithoutName")),
	};
	for (const type of eventTypes) {
		const attributes = structure("HistoryEvent").members[eventAttributesMember(type)];
		const members = attributes === undefined ? {} : structure(attributes).members;
		definitions[`event.${type}`] = {
			...objectOrCell({
				...membersOf("expected", members),
				...membersOf("expected", { eventId: "EventId", eventTimestamp: "Timestamp" }),
			}),
			type: ["object", "null", "string"],
			pattern: referencePattern,
		};
	}
	return definitions;
}
