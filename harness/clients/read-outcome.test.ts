import { describe, expect, test } from "vitest";
import type { Outcome } from "../evidence.ts";
import { readOutcome } from "./read-outcome.ts";

const read = (status: number, body: string, headers: { readonly [name: string]: string } = {}) =>
	readOutcome({ status, headers, body });

describe("a response is read", () => {
	test.each<readonly [string, number, string, Outcome]>([
		["an object as an answer", 200, '{"runId":"r"}', { kind: "answer", output: { runId: "r" } }],
		["nothing as an empty answer", 200, "", { kind: "answer", output: {} }],
		[
			"an error by its bare name",
			400,
			'{"__type":"com.amazonaws.swf.base.model#UnknownResourceFault","message":"m"}',
			{ kind: "fault", type: "UnknownResourceFault", message: "m" },
		],
		[
			"an error whose name has a tail",
			400,
			'{"__type":"UnknownResourceFault:http://x"}',
			{ kind: "fault", type: "UnknownResourceFault" },
		],
		[
			"an error by its code",
			400,
			'{"code":"ValidationException","Message":"m"}',
			{ kind: "fault", type: "ValidationException", message: "m" },
		],
		["an error of status 500", 500, '{"__type":"InternalFailure"}', { kind: "fault", type: "InternalFailure" }],
		["a list as garbage", 200, "[]", { kind: "garbage", problem: "HTTP 200 with a body that is no JSON object: []" }],
		["null as garbage", 200, "null", { kind: "garbage", problem: "HTTP 200 with a body that is no JSON object: null" }],
		["HTML as garbage", 200, "<html>", { kind: "garbage", problem: "HTTP 200 with a body that is no JSON object: <html>" }],
		["a page of an error as garbage", 502, "<html>", { kind: "garbage", problem: "HTTP 502 that names no fault: <html>" }],
		[
			"a nameless error as garbage",
			400,
			'{"message":"m"}',
			{ kind: "garbage", problem: 'HTTP 400 that names no fault: {"message":"m"}' },
		],
		[
			"an error whose name is a number as garbage",
			400,
			'{"__type":5}',
			{ kind: "garbage", problem: 'HTTP 400 that names no fault: {"__type":5}' },
		],
		[
			"an error whose name is empty as garbage",
			400,
			'{"__type":"x#"}',
			{ kind: "garbage", problem: 'HTTP 400 that names no fault: {"__type":"x#"}' },
		],
		["a redirection as garbage", 302, "", { kind: "garbage", problem: "HTTP 302 that names no fault: " }],
	])("%s", (_, status, body, outcome) => {
		expect(read(status, body)).toEqual(outcome);
	});

	test("with the name from a header, where the body has none", () => {
		expect(read(400, "", { "x-amzn-errortype": "UnknownResourceFault:x" })).toEqual({
			kind: "fault",
			type: "UnknownResourceFault",
		});
	});

	test("with an excerpt of what is long", () => {
		const outcome = read(500, "x".repeat(5_000));
		expect(outcome.kind === "garbage" && outcome.problem).toBe(
			`HTTP 500 that names no fault: ${"x".repeat(200)}… (5000 characters)`,
		);
	});

	test("as garbage, where it is nested deeper than anything of SWF", () => {
		const deep = `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
		expect(read(200, deep)).toMatchObject({ kind: "garbage", problem: expect.stringContaining("nested deeper than 100") });
	});

	test("without taking a member for a prototype", () => {
		const outcome = read(200, '{"__proto__":{"runId":"r"}}');
		expect(outcome.kind === "answer" && outcome.output["runId"]).toBeUndefined();
	});
});
