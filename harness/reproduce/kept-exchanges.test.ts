import { expect, test } from "vitest";
import { caseOf } from "../../reports/fixtures/load.ts";
import type { Finding } from "../../reports/report.ts";
import { keptExchanges } from "./kept-exchanges.ts";
import type { RecordedExchange } from "./recorded-case.ts";

const exchange = (step: string, operation: string, answer: string, body = "{}"): RecordedExchange => ({
	...{ step, operation, sentAfterMs: 0, durationMs: 1, request: { headers: {}, body } },
	response: { status: 200, headers: {}, body: answer },
});

function kept(exchanges: readonly RecordedExchange[], findings: readonly Finding[] = []) {
	const recorded = {
		...{ one: { ...caseOf({ findings }), exchanges }, kit: "0", clauses: {}, isModel: false },
		...{ target: { name: "t", endpoint: "t", region: "r" }, client: { name: "c", version: "1" } },
	};
	return keptExchanges(recorded).map(({ position, tries }) => [position, tries]);
}

const witnessed = (...exchanges: readonly number[]): Finding => ({
	...{ check: "expectations", clause: "a/b", level: "MUST", message: "it differs", exchanges },
});
const describe = exchange("2", "DescribeDomain", "{}");

test("polls that brought nothing are left out where one brought a task, which is polled for until it comes", () => {
	const poll = (answer: string) => exchange("1", "PollForDecisionTask", answer);
	expect(kept([poll("{}"), poll("{}"), poll('{"taskToken":"t"}')])).toEqual([[2, 20]]);
});

test("of polls for a task that never came one is left, and is not repeated", () => {
	expect(kept([exchange("1", "PollForActivityTask", "{}"), exchange("1", "PollForActivityTask", "{}")])).toEqual([[1, 1]]);
});

test("each task that came is polled for", () => {
	const poll = (token: string) => exchange("1", "PollForDecisionTask", `{"taskToken":"${token}"}`);
	expect(kept([poll("a"), poll("b")])).toEqual([
		[0, 20],
		[1, 20],
	]);
});

test("what was read until it was as expected is read as often, up to a limit, and shown once", () => {
	expect(kept([describe, describe, describe])).toEqual([[2, 3]]);
	expect(kept(Array.from({ length: 50 }, () => describe))).toEqual([[49, 10]]);
});

test("what changes something is done as often as it was", () => {
	const signal = exchange("1", "SignalWorkflowExecution", "{}");
	expect(kept([signal, signal])).toEqual([
		[0, 1],
		[1, 1],
	]);
});

test("of many that show a finding the last is kept", () => {
	expect(kept([describe, describe, describe], [witnessed(0, 1)])).toEqual([
		[1, 1],
		[2, 3],
	]);
});

test("clearing up is left out, unless it shows a finding", () => {
	const clearing = exchange("clearing", "TerminateWorkflowExecution", "{}");
	expect(kept([describe, clearing])).toEqual([[0, 1]]);
	expect(kept([describe, clearing], [witnessed(1)])).toEqual([
		[0, 1],
		[1, 1],
	]);
});

test("pages are all read", () => {
	const page = (answer: string, body: string) => exchange("history", "GetWorkflowExecutionHistory", answer, body);
	expect(kept([page('{"nextPageToken":"n"}', "{}"), page("{}", '{"nextPageToken":"n"}')])).toEqual([
		[0, 1],
		[1, 1],
	]);
});
