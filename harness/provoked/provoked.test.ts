import { expect, test } from "vitest";
import type { Provocation } from "../../specs/model/provocations/seen.ts";
import type { Evidence, Exchange } from "../evidence.ts";
import { provokedBy } from "./provoked-by.ts";
import { renderProvoked } from "./render-provoked.ts";

const exchange = (operation: string, outcome: Exchange["outcome"], given: Partial<Exchange> = {}): Exchange => ({
	...{ step: "1", operation, input: {}, request: { headers: {}, body: "" }, outcome, sentAfterMs: 0, durationMs: 0 },
	...given,
});
const evidence = (
	id: string,
	exchanges: readonly Exchange[],
	events: Evidence["histories"][number]["events"] = [],
): Evidence => ({
	...{ id, digest: "", steps: [], exchanges, bindings: {}, uniqueSuffix: "", durationMs: 0 },
	histories: [{ workflowId: "w", runId: "r", events }],
});
const empty = { kind: "answer", output: {} } as const;

test("a case provokes what its own calls and the histories of its runs show", () => {
	const decisions = [{ decisionType: "RecordMarker" }, { decisionType: "StartTimer" }];
	const cases = provokedBy([
		evidence("a", [
			exchange("RespondDecisionTaskCompleted", empty, { input: { taskToken: "t", decisions } }),
			exchange("DescribeDomain", { kind: "answer", output: { domainInfo: { name: "d", status: "DEPRECATED" } } }),
			exchange("RegisterDomain", empty, { step: "fixture" }),
		]),
		evidence(
			"b",
			[exchange("DescribeDomain", { kind: "fault", type: "UnknownResourceFault" })],
			[{ eventType: "StartTimerFailed", startTimerFailedEventAttributes: { cause: "TIMER_ID_ALREADY_IN_USE" } }],
		),
		evidence("c", [exchange("DescribeDomain", { kind: "fault", type: "com.amazonaws.swf.base.model#UnknownResourceFault" })]),
	]);
	expect(Object.fromEntries(cases)).toEqual({
		"operation RespondDecisionTaskCompleted": ["a"],
		"decision RecordMarker": ["a"],
		"decision StartTimer": ["a"],
		"operation DescribeDomain": ["a"],
		"value DomainInfo.status DEPRECATED": ["a"],
		"fault DescribeDomain UnknownResourceFault": ["b", "c"],
		"value HistoryEvent.eventType StartTimerFailed": ["b"],
		"value StartTimerFailedEventAttributes.cause TIMER_ID_ALREADY_IN_USE": ["b"],
	});
});

test("what got no usable answer provokes nothing", () => {
	const broken = exchange("ListDomains", { kind: "transport", problem: "gone" });
	expect(provokedBy([evidence("a", [broken, exchange("ListDomains", { kind: "garbage", problem: "HTML" })])]).size).toBe(0);
});

test("the table tells of each thing once, with its program or the reason why there is none, and its cases", () => {
	const play = () => undefined;
	const provocations = new Map<string, Provocation>([
		["operation ListDomains", play],
		["value HistoryEvent.eventType TimerFired", play],
		["value DomainInfo.status DEPRECATED", "not here"],
	]);
	const text = renderProvoked(provocations, new Map([["operation ListDomains", ["x", "y"]]]));
	expect(text.split("\n").filter((line) => /^(#|\| [A-Z]\w+\S)/.test(line))).toEqual([
		"## Operations: 1, of which cases provoke 1",
		"| ListDomains | yes | 2 | x |",
		"## Faults: 0, of which cases provoke 0",
		"## Decisions: 0, of which cases provoke 0",
		"## Events: 1, of which cases provoke 0",
		"| TimerFired | yes | 0 |  |",
		"## Values: 1, of which cases provoke 0",
		"| DomainInfo.status DEPRECATED | none: not here | 0 |  |",
	]);
});
