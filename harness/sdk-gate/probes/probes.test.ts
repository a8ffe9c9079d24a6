import { describe, expect, test } from "vitest";
import { commonFaults, operationNames, operationShape } from "../../../specs/wire/contract.ts";
import type { Json } from "../../../specs/wire/json.ts";
import { parseShape } from "../../../specs/wire/parse.ts";
import type { Probe } from "../observation.ts";
import { probes } from "./probes.ts";

const named = (id: string): Probe | undefined => probes.find((probe) => probe.id === id);
const bodyOf = (probe: Probe | undefined): string => {
	const reply = probe?.replies[0];
	return typeof reply === "object" ? String(reply.body) : "";
};
/** Input as it would be sent: dates as epoch seconds. */
const onTheWire = (input: unknown): Json =>
	JSON.parse(
		JSON.stringify(input, function (this: Readonly<Record<string, unknown>>, member, value: unknown) {
			const of = this[member];
			return of instanceof Date ? of.getTime() / 1000 : value;
		}),
	);

describe("the probes", () => {
	test("have each an id of its own", () => {
		expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
	});

	test.each(operationNames)("put what the contract allows to %s, and answer it as the contract does", (operation) => {
		const { input, output, faults } = operationShape(operation);
		for (const kind of ["minimal", "full"]) {
			expect(parseShape(input, onTheWire(named(`requests/${operation}/${kind}`)?.input))).toMatchObject({ kind: "value" });
			if (output === undefined) continue;
			expect(parseShape(output, JSON.parse(bodyOf(named(`answers/${operation}/${kind}`))) as Json)).toMatchObject({
				kind: "value",
			});
		}
		for (const kind of ["unicode", "longest-values", "nothing", "nulls-for-all", "unknown-members", "numbers-for-texts"]) {
			expect(named(`requests/${operation}/${kind}`)).toBeDefined();
		}
		for (const fault of faults) expect(bodyOf(named(`faults/${operation}/${fault}`))).toContain(fault);
		if (output === undefined) expect(bodyOf(named(`answers/${operation}/html`))).toContain("<html>");
	});

	test("put every date in every form to each operation that takes one", () => {
		const ofDates = probes.filter(({ id }) => id.endsWith("/invalid-dates")).map(({ operation }) => operation);
		expect(ofDates.sort()).toEqual([
			"CountClosedWorkflowExecutions",
			"CountOpenWorkflowExecutions",
			"ListClosedWorkflowExecutions",
			"ListOpenWorkflowExecutions",
		]);
	});

	test("answer with times in every form wherever an answer has one", () => {
		const withTimes = new Set(probes.filter(({ id }) => id.includes("/times/")).map(({ operation }) => operation));
		expect([...withTimes].sort()).toEqual([
			...["DescribeActivityType", "DescribeWorkflowExecution", "DescribeWorkflowType", "GetWorkflowExecutionHistory"],
			...["ListActivityTypes", "ListClosedWorkflowExecutions", "ListOpenWorkflowExecutions", "ListWorkflowTypes"],
			"PollForDecisionTask",
		]);
		expect(bodyOf(named("answers/GetWorkflowExecutionHistory/times/exponent"))).toContain('"eventTimestamp":1.786560427599E9,');
	});

	test("refuse with every fault that any operation may be refused with", () => {
		const refused = new Set(probes.flatMap(({ id }) => id.split(/\/(?:type-|code-)?/).slice(1)));
		for (const fault of commonFaults) expect(refused).toContain(fault);
	});
});
