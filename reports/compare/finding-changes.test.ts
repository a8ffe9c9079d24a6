import { expect, test } from "vitest";
import type { Finding } from "../report.ts";
import { findingChanges } from "./finding-changes.ts";

const finding = (own: Partial<Finding> = {}): Finding => ({
	...{ check: "expectations", clause: "termination/a", level: "MUST", message: "it differs", step: "3", at: "events.4.cause" },
	...own,
});

test.each<readonly [what: string, one: Partial<Finding>, other: Partial<Finding>]>([
	[
		"a run id",
		{ observed: { runId: "22OLz8Qd+wBx/aZsfkCpTeZ1ZcQlXVqIE0IW0Ylc=" } },
		{ observed: { runId: "1f8d0b8a-64d2-4b6e-8f53-1b2c3d4e5f60" } },
	],
	["a unique name", { observed: "no task of run-0a1b2c3d4e-1z" }, { observed: "no task of run-ffffffffff-2" }],
	["a time", { observed: { startTimestamp: 1_767_323_045.1 } }, { observed: { startTimestamp: 1_800_000_000 } }],
	["a time of day", { observed: "at 2026-01-02T03:04:05.000Z" }, { observed: "at 2027-05-05T00:00:00Z" }],
	["how long was waited", { observed: "no answer within 10 s" }, { observed: "no answer within 0.5 s" }],
	["the prose", { message: "it differs" }, { message: "that is another one" }],
	["the exchange", { exchanges: [3] }, { exchanges: [5] }],
	["the order of members", { observed: { a: 1, b: 2 } }, { observed: { b: 2, a: 1 } }],
])("%s makes no other finding", (_, one, other) => {
	expect(findingChanges([finding(one)], [finding(other)])).toEqual({ added: [], removed: [] });
});

test.each<readonly [what: string, own: Partial<Finding>]>([
	["fault", { observed: { fault: "OperationNotPermittedFault" } }],
	["status", { observed: "TERMINATED" }],
	["event id", { observed: 5 }],
	["place", { at: "events.5.cause" }],
	["step", { step: "4" }],
	["clause", { clause: "termination/b" }],
	["level", { level: "SHOULD" }],
	["check", { check: "contract" }],
	["expected value", { expected: "TERMINATED" }],
	["name that only looks like an id", { observed: "WorkflowExecutionTerminated" }],
])("another %s is another finding", (_, own) => {
	const before = finding({ observed: "OPEN" });
	const after = finding({ observed: "OPEN", ...own });
	expect(findingChanges([before], [after])).toEqual({ added: [after], removed: [before] });
});

test("a finding that comes twice where it came once is added once", () => {
	expect(findingChanges([finding()], [finding(), finding()])).toEqual({ added: [finding()], removed: [] });
});

test("what the contract check notes by the way is not compared, what an informational case shows is", () => {
	const noted = finding({ check: "contract", level: "MAY" });
	const shown = finding({ level: "MAY" });
	expect(findingChanges([], [noted, shown])).toEqual({ added: [shown], removed: [] });
});

test("a value that a target nested deeply is compared like any other", () => {
	const deep: unknown = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
	expect(findingChanges([finding({ observed: deep as never })], [finding({ observed: deep as never })]).added).toEqual([]);
});
