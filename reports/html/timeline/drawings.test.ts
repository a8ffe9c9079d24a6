import { expect, test } from "vitest";
import type { Finding, Json, ReportExchange } from "../../report.ts";
import { drawingsOf } from "./drawings.ts";

const reading = (runId: string, ids: readonly number[], more: { readonly [member: string]: Json } = {}): ReportExchange => ({
	...{ step: "1", operation: "GetWorkflowExecutionHistory", sentAfterMs: 0, durationMs: 1 },
	request: { headers: {}, body: JSON.stringify({ execution: { workflowId: "w", runId }, ...more }) },
	response: {
		...{ status: 200, headers: {} },
		body: JSON.stringify({ events: ids.map((eventId) => ({ eventId, eventType: "MarkerRecorded" })) }),
	},
});
const finding = (own: Partial<Finding>): Finding => ({ check: "invariants", clause: "c", level: "MUST", message: "m", ...own });
const history = { relation: "exactly", events: [{ eventType: "MarkerRecorded", met: 0 }] } as const;
const seen = (exchanges: readonly ReportExchange[], findings: readonly Finding[] = []) =>
	drawingsOf({ exchanges, findings }, 6).drawings.map(({ reading, rows, finding, marksOf, first }) => ({
		exchanges: reading.exchanges,
		first,
		expects: finding !== undefined,
		marks: rows.map(({ observed }) => (observed === undefined ? 0 : marksOf(observed).length)),
	}));

test("of each run the longest reading is drawn, the later of two", () => {
	expect(seen([reading("a", [1, 2]), reading("b", [1]), reading("a", [1, 2]), reading("a", [1])])).toMatchObject([
		{ exchanges: [2], first: undefined, expects: false },
		{ exchanges: [1] },
	]);
});

test("a history that is not as expected is drawn as it was when that was found, once for each finding, before all others", () => {
	const about = finding({ check: "expectations", at: "events.1", history, exchanges: [1] });
	expect(seen([reading("b", [1]), reading("a", [1, 2]), reading("a", [1, 2, 3])], [about, about])).toMatchObject([
		{ exchanges: [1], first: 1, expects: true },
		{ exchanges: [1], first: 1, expects: true },
		{ exchanges: [0], expects: false },
	]);
});

test("what a law of histories says is told at the event, in whichever reading of the run it stands", () => {
	const about = finding({ at: "events.1.startedEventId", exchanges: [0] });
	expect(seen([reading("a", [1, 2]), reading("a", [1, 2, 3]), reading("b", [1, 2])], [about])).toEqual([
		{ exchanges: [1], first: 1, expects: false, marks: [0, 1, 0] },
		{ exchanges: [2], first: undefined, expects: false, marks: [0, 0] },
	]);
});

test("what the contract says is told at the event that stood there in the answer, whichever way it was read", () => {
	const about = finding({ check: "contract", at: "events.0.eventType", exchanges: [0] });
	expect(seen([reading("a", [3, 2, 1], { reverseOrder: true })], [about])).toMatchObject([{ first: 2, marks: [0, 0, 1] }]);
});

test("what is only remarked is told, and is not the first finding", () => {
	const about = finding({ level: "MAY", at: "events.1", exchanges: [0] });
	expect(seen([reading("a", [1, 2])], [about])).toMatchObject([{ first: undefined, marks: [0, 1] }]);
});

test("findings that are not of a history of the case are told elsewhere", () => {
	const about = [
		{ at: "events.1" },
		{ at: "events.1", exchanges: [7] },
		{ at: "executionInfo", exchanges: [0] },
		{ history, exchanges: [7] },
	];
	expect(seen([reading("a", [1, 2])], about.map(finding))).toEqual([
		{ exchanges: [0], first: undefined, expects: false, marks: [0, 0] },
	]);
});

test("of many histories some are drawn, and the others are counted", () => {
	const { drawings, more } = drawingsOf({ exchanges: ["a", "b", "c", "d"].map((run) => reading(run, [1])), findings: [] }, 3);
	expect(drawings.map(({ reading }) => reading.runId)).toEqual(["a", "b", "c"]);
	expect(more).toBe(1);
});
