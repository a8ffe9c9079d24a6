import { describe, expect, test } from "vitest";
import { type OperationName, operationNames, operationShape, structure } from "../wire/contract.ts";
import type { JsonObject } from "../wire/json.ts";
import { text } from "./driver.ts";
import { decision, domain, type Rehearsal, rehearse } from "./rehearsal.ts";

const registrationStatus = "REGISTERED";
const startTimeFilter = { oldestDate: 0 };

/** A model in which every listing has two items and more, with a second domain that is like the first. */
function furnished(): Rehearsal {
	const play = rehearse();
	play.ask("RegisterDomain", { name: "elsewhere", workflowExecutionRetentionPeriodInDays: "1" });
	for (const each of [domain, "elsewhere"]) {
		for (const name of ["x", "y"]) {
			play.ask("RegisterWorkflowType", { domain: each, name, version: "1" });
			play.ask("RegisterActivityType", { domain: each, name, version: "1" });
		}
	}
	for (const workflowId of ["closed-1", "closed-2"]) {
		play.start(workflowId);
		play.decide(decision("CompleteWorkflowExecution", {}));
	}
	return play;
}

const run = (play: Rehearsal, workflowId: string) => ({ workflowId, runId: play.start(workflowId) });
const taskList = { name: "decisions" };

type Case = readonly [OperationName, (play: Rehearsal) => JsonObject, readonly ((play: Rehearsal) => JsonObject)[]];

/** For each paged operation a call, and what may not be different in a call that goes on with its token. */
const calls: readonly Case[] = [
	["ListDomains", () => ({ registrationStatus }), [() => ({ registrationStatus: "DEPRECATED" }), () => ({ reverseOrder: true })]],
	["ListWorkflowTypes", () => ({ domain, registrationStatus }), [() => ({ domain: "elsewhere" }), () => ({ name: "x" })]],
	["ListActivityTypes", () => ({ domain, registrationStatus }), [() => ({ domain: "elsewhere" }), () => ({ name: "x" })]],
	[
		"ListOpenWorkflowExecutions",
		(play) => {
			for (const workflowId of ["open-1", "open-2"]) play.start(workflowId);
			return { domain, startTimeFilter };
		},
		[() => ({ domain: "elsewhere" }), () => ({ startTimeFilter: { oldestDate: 1 } })],
	],
	[
		"ListClosedWorkflowExecutions",
		() => ({ domain, startTimeFilter }),
		[() => ({ closeStatusFilter: { status: "COMPLETED" } }), () => ({ reverseOrder: true })],
	],
	[
		"GetWorkflowExecutionHistory",
		(play) => ({ domain, execution: run(play, "w") }),
		[(play) => ({ execution: run(play, "v") }), () => ({ reverseOrder: true })],
	],
	[
		"PollForDecisionTask",
		(play) => {
			play.start("w");
			return { domain, taskList };
		},
		[
			() => ({ taskList: { name: "another" } }),
			() => ({ reverseOrder: true }),
			() => ({ startAtPreviousStartedEvent: true }),
			() => ({ domain: "elsewhere" }),
		],
	],
];

const invalid = { kind: "fault", fault: { type: "ValidationException", message: "Invalid token" } };

describe.each(calls)("a page token of %s", (operation, first, changes) => {
	function begun() {
		const play = furnished();
		const input = first(play);
		const page = play.call(operation, { ...input, maximumPageSize: 1 });
		const nextPageToken = page.kind === "answer" ? text(page.output, "nextPageToken") : "";
		expect(nextPageToken).not.toBe("");
		return { play, input, nextPageToken };
	}

	test("goes on with the same call, in pages of any size", () => {
		const { play, input, nextPageToken } = begun();
		for (const size of [{}, { maximumPageSize: 1 }, { maximumPageSize: 7 }])
			expect(play.call(operation, { ...input, ...size, nextPageToken })).toMatchObject({ kind: "answer" });
	});

	test("is refused by a call that asks for something else", () => {
		const { play, input, nextPageToken } = begun();
		for (const change of changes)
			expect(play.call(operation, { ...input, ...change(play), nextPageToken })).toMatchObject(invalid);
	});

	test("is refused by every other operation", () => {
		const { nextPageToken } = begun();
		for (const [other, input] of calls.filter(([each]) => each !== operation)) {
			const play = furnished();
			expect(play.call(other, { ...input(play), nextPageToken })).toMatchObject(invalid);
		}
	});

	test("is refused when a letter of it was changed", () => {
		const { play, input, nextPageToken } = begun();
		for (const index of nextPageToken.split("").keys()) {
			const letter = nextPageToken[index] === "A" ? "B" : "A";
			const forged = `${nextPageToken.slice(0, index)}${letter}${nextPageToken.slice(index + 1)}`;
			expect(play.call(operation, { ...input, nextPageToken: forged })).toMatchObject(invalid);
		}
	});
});

test("every operation that the contract gives page tokens is among these", () => {
	const paged = operationNames.filter((name) => "nextPageToken" in structure(operationShape(name).input).members);
	expect(calls.map(([operation]) => operation).sort()).toEqual([...paged].sort());
});
