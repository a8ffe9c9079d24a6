import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Batch, Place } from "./batch.ts";
import { exchangeOf } from "./exchange-of.ts";
import { eventsIn, nextToken, wireEvent } from "./wire-events.ts";

/** Part of a history, in the order in which it stands in its file. */
interface Part {
	readonly events: readonly Json[];
	readonly place: Place;
	/** Whether its document says that there is more. */
	readonly goesOn: boolean;
}

/** What the service puts on one page. */
const pageSize = 1000;

/** Histories without their exchanges: parts that continue one another are one history, whatever files they are in. */
export function historyBatches(documents: readonly { readonly document: Json; readonly place: Place }[]): readonly Batch[] {
	const groups: Part[][] = [];
	for (const { document, place } of documents) {
		const part = { events: (eventsIn(document) ?? []).map(wireEvent), place, goesOn: nextToken(document) !== undefined };
		const group = groups.at(-1);
		if (group !== undefined && continues(group.at(-1), part)) group.push(part);
		else groups.push([part]);
	}
	return groups.map(batchOf);
}

const idOf = (event: Json | undefined): number =>
	event !== undefined && isJsonObject(event) ? Number(event["eventId"]) : Number.NaN;

/** Whether a part begins where another has ended, in either order. */
function continues(before: Part | undefined, { events }: Part): boolean {
	const last = idOf(before?.events.at(-1));
	const first = idOf(events[0]);
	return first === last + 1 || (first === last - 1 && last > 1 && isDescending(before?.events ?? []) && first > 0);
}

const isDescending = (events: readonly Json[]): boolean => events.length > 1 && idOf(events[0]) > idOf(events.at(-1));

/** As if the history had been read page by page. What is before the first part or behind the last is not known unless they say that they are all. */
function batchOf(parts: readonly Part[]): Batch {
	const reverseOrder = isDescending(parts.flatMap(({ events }) => events));
	const pages = parts.flatMap(({ events, place }) =>
		Array.from({ length: Math.max(1, Math.ceil(events.length / pageSize)) }, (_, index) => ({
			events: events.slice(index * pageSize, (index + 1) * pageSize),
			place,
		})),
	);
	const first = idOf(parts[0]?.events[0]);
	const last = parts.at(-1);
	const isCut = last?.goesOn === true || (reverseOrder && idOf(last?.events.at(-1)) > 1);
	const input: JsonObject = {
		domain: "unknown",
		execution: { workflowId: "unknown", runId: "unknown" },
		...(reverseOrder ? { reverseOrder } : {}),
	};
	return {
		exchanges: pages.map(({ events }, index) => {
			const begins = index === 0 && (reverseOrder || first === 1 || Number.isNaN(first));
			const ends = index === pages.length - 1 && !isCut;
			return exchangeOf(
				{
					operation: "GetWorkflowExecutionHistory",
					input: { ...input, ...(begins ? {} : { nextPageToken: `page ${index}` }) },
					body: { events, ...(ends ? {} : { nextPageToken: `page ${index + 1}` }) },
				},
				index,
			);
		}),
		places: pages.map(({ place }) => place),
		what: `a history of ${parts.reduce((sum, { events }) => sum + events.length, 0)} events`,
		lacks: "headers",
	};
}
