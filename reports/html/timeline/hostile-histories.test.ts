import fc from "fast-check";
import { expect, test } from "vitest";
import { event, finding, history } from "../../fixtures/histories.ts";
import type { Finding, Json } from "../../report.ts";
import { toHtml } from "../markup.ts";
import { renderTimelines } from "./render-timelines.ts";

/** Whatever a target can send, and a few things that look like what it should. */
const anyEvent = fc.oneof(
	fc.jsonValue(),
	fc.record(
		{
			eventId: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double(), fc.constant(1e308), fc.jsonValue()),
			eventType: fc.oneof(
				fc.constantFrom("TimerStarted", "TimerFired", "ActivityTaskStarted", "constructor", "</li><script>"),
				fc.string(),
			),
			eventTimestamp: fc.oneof(fc.double(), fc.constant(-1e300), fc.jsonValue()),
			timerFiredEventAttributes: fc.dictionary(
				fc.oneof(fc.constantFrom("startedEventId", "scheduledEventId", "__proto__", "timerId"), fc.string()),
				fc.oneof(fc.integer({ min: -2, max: 12 }), fc.jsonValue()),
			),
			activityTaskStartedEventAttributes: fc.jsonValue(),
		},
		{ requiredKeys: [] },
	),
);
const anyFinding = fc.record({
	at: fc.constantFrom(
		"events",
		"events.0",
		"events.3.eventType",
		"events.2.timerId",
		"events.99999999999999999999.x",
		"events.-1",
		"x",
	),
	check: fc.constantFrom("expectations", "contract", "invariants"),
	exchanges: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
	history: fc.option(
		fc.record({
			relation: fc.constantFrom("exactly", "inOrder", "startsWith", "endsWith", "contains", "excludes"),
			events: fc.array(
				fc.record(
					{
						eventType: fc.oneof(fc.constantFrom("TimerStarted", "TimerFired"), fc.string()),
						attributes: fc.dictionary(fc.string(), fc.jsonValue()),
						met: fc.nat({ max: 12 }),
					},
					{ requiredKeys: ["eventType"] },
				),
				{ maxLength: 8 },
			),
			ignoring: fc.array(fc.constantFrom("TimerStarted", "constructor")),
		}),
	),
});

test("whatever a history is, it is drawn without end neither in rows nor in text, and nothing of it becomes a tag", () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(anyEvent, { maxLength: 12 }), { maxLength: 3 }),
			fc.array(anyFinding, { maxLength: 4 }),
			(pages, findings) => {
				const exchanges = pages.map((events) => history(events as Json));
				const about = findings.map(({ history: asked, ...rest }) =>
					finding({ ...rest, ...(asked === null ? {} : { history: asked as NonNullable<Finding["history"]> }) }),
				);
				const html = renderTimelines({ exchanges, findings: about }).map(toHtml).join("");
				expect(
					html.replace(/<\/?(?:details|summary|code|strong|p|div|span|svg|text|ol|li|path|circle|b|em|mark)[ >]/g, ""),
				).not.toContain("<");
				expect(html.length).toBeLessThan(7 * 40_000);
			},
		),
	);
});

test("attributes without end in number and length make no long row", () => {
	const long = "x".repeat(5_000);
	const attributes = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${long}${index}EventId`, index + 1]));
	const events = Array.from({ length: 20 }, (_, index) =>
		event(index + 1, long, { ...attributes, reason: long, details: { long } }),
	);
	expect(JSON.stringify(renderTimelines({ exchanges: [history(events)], findings: [] })).length).toBeLessThan(60_000);
});
