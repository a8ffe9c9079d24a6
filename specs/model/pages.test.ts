import fc from "fast-check";
import { expect, test } from "vitest";
import type { HistoryEvent } from "../wire/history-event.ts";
import { GrowingList } from "./growing-list.ts";
import { instant } from "./instant.ts";
import { cutHistory, cutPage, type PageRequest } from "./pages.ts";

const now = instant(1_700_000_000_000);
const event = (eventId: number): HistoryEvent => ({
	...{ eventId, eventTimestamp: 1, eventType: "MarkerRecorded" },
	markerRecordedEventAttributes: { markerName: "m", decisionTaskCompletedEventId: 1 },
});

test("a page of a history is the one that any listing of its events would have", () => {
	const anyHistory = fc.record({
		size: fc.integer({ min: 1, max: 12 }),
		first: fc.integer({ min: 1, max: 12 }),
		last: fc.integer({ min: 1, max: 12 }),
		maximumPageSize: fc.integer({ min: 0, max: 5 }),
		reverseOrder: fc.boolean(),
	});
	fc.assert(
		fc.property(anyHistory, ({ size, first, last, ...given }) => {
			fc.pre(first <= last && last <= size);
			const history = Array.from({ length: size }, (_, index) => event(index + 1));
			const items = history.slice(first - 1, last);
			let request: PageRequest = given;
			for (;;) {
				const page = cutHistory({ name: "n", history: GrowingList.of(...history), first, last, now }, request);
				expect(page).toEqual(cutPage({ name: "n", items, positionOf: ({ eventId }) => [eventId], now }, request));
				if (page.kind !== "page" || page.nextPageToken === undefined) return;
				request = { ...given, nextPageToken: page.nextPageToken };
			}
		}),
	);
});
