import { expect, test } from "vitest";
import { caseOf } from "./fixtures/load.ts";
import type { Finding, Json, ReportExchange } from "./report.ts";
import { room, withinRoom } from "./within-room.ts";

const exchange = (body: string, headers: Readonly<Record<string, string>> = {}): ReportExchange => ({
	...{ step: "1", operation: "ListDomains", sentAfterMs: 0, durationMs: 1 },
	request: { headers: {}, body: "{}" },
	response: { status: 200, headers, body },
});
const finding = (observed: Json): Finding => ({ check: "contract", clause: "c", level: "MUST", message: "m", observed });
const bodies = (of: readonly string[], before = 0): readonly string[] =>
	withinRoom(caseOf({ exchanges: of.map((body) => exchange(body)) }), before).exchanges.map(
		({ response }) => response?.body ?? "",
	);
const sizeOf = (value: unknown): number => JSON.stringify(value).length;

test("a case of ordinary size stays as it is", () => {
	const one = caseOf({
		verdict: "fail",
		reason: "r",
		findings: [finding({ a: [1, "b", null] })],
		exchanges: [exchange("{}", { x: "y" })],
	});
	expect(withinRoom(one, 0)).toEqual(one);
});

test("a long body is cut, with a note of how much more the evidence has", () => {
	expect(bodies(["x".repeat(room.body + 5)])).toEqual([`${"x".repeat(room.body)}… (5 more characters in the evidence)`]);
});

test("a pair of surrogates is not cut in two", () => {
	expect(bodies([`${"x".repeat(room.body - 1)}😀y`])).toEqual([
		`${"x".repeat(room.body - 1)}… (3 more characters in the evidence)`,
	]);
});

test("of many long bodies those at the end keep their beginning, and each exchange stays at its position", () => {
	const kept = bodies(Array.from({ length: 200 }, (_, index) => `${index} `.padEnd(room.body, "x")));
	expect(kept).toHaveLength(200);
	expect(kept[0]).toHaveLength(room.body);
	expect(kept.at(-1)).toMatch(/^199 x{252}… \(16128 more characters in the evidence\)$/);
	expect(sizeOf(kept)).toBeLessThan(room.exchanges * 1.2);
});

test("a case behind many that were long has room for less", () => {
	const long = ["x".repeat(room.late), "x".repeat(room.late)];
	expect(bodies(long, room.report - 1)).toEqual(long);
	expect(bodies(long, room.report)[0]).toBe(long[0]);
	expect(bodies(long, room.report)[1]).toMatch(/^x{256}… \(16128 more characters in the evidence\)$/);
});

test("of what was expected of a history every event stays, and of what was bound to a target's values the beginning", () => {
	const long = { reason: "x".repeat(1_000_000) };
	const events = Array.from({ length: 50 }, (_, met) => ({ eventType: "MarkerRecorded", attributes: long, met }));
	const one = caseOf({ verdict: "fail", findings: [{ ...finding(null), history: { relation: "exactly", events } }] });
	const small = withinRoom(one, 0).findings[0]?.history;
	expect(small?.events.map(({ eventType, met }) => [eventType, met])).toEqual(events.map(({ met }) => ["MarkerRecorded", met]));
	expect(sizeOf(small)).toBeLessThan(25_000);
});

test("what a hostile target makes endless in one way or another leaves a case small", () => {
	const million = Array.from({ length: 100_000 }, (_, index) => index);
	const deep = JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`) as Json;
	const members = Object.fromEntries(million.map((index) => [`m${index}`, index]));
	const one = caseOf({
		verdict: "fail",
		reason: "r".repeat(1_000_000),
		findings: [
			...[million, members, "x".repeat(1_000_000), [members, members], deep].map(finding),
			{ ...finding(null), message: "m".repeat(1_000_000), exchanges: million },
			...Array.from({ length: 5_000 }, () => finding("again")),
		],
		exchanges: [
			exchange("", { x: "y".repeat(1_000_000) }),
			exchange("", Object.fromEntries(million.map((index) => [`h${index}`, "v"]))),
		],
	});
	const small = withinRoom(one, 0);
	expect(sizeOf(small)).toBeLessThan(300_000);
	expect(small.findings).toHaveLength(room.findings);
	expect(small.moreFindings).toBe(5_006 - room.findings);
	expect(JSON.stringify(small.findings[0]?.observed)).toMatch(/… \(\d+ more items in the evidence\)"\]$/);
	expect(JSON.stringify(small.findings[1]?.observed)).toMatch(/… \(\d+ more members in the evidence\)"\}$/);
});
