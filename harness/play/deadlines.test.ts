import { describe, expect, test } from "vitest";
import { createDeadlines } from "./deadlines.ts";

const times = (count: number, act: () => void) => {
	for (let time = 0; time < count; time += 1) act();
};

describe("the time of a call", () => {
	test("is little once nine in a row were not answered, and whole again with the first answer", () => {
		const deadlines = createDeadlines();
		times(8, () => deadlines.ended("StartWorkflowExecution", false));
		expect(deadlines.secondsOf("StartWorkflowExecution")).toBe(10);
		deadlines.ended("StartWorkflowExecution", false);
		expect(deadlines.secondsOf("StartWorkflowExecution")).toBe(1);
		deadlines.ended("StartWorkflowExecution", true);
		expect(deadlines.secondsOf("StartWorkflowExecution")).toBe(10);
	});

	test("stays whole for other operations, and where some are answered", () => {
		const deadlines = createDeadlines();
		times(20, () => deadlines.ended("PollForDecisionTask", false));
		times(20, () => {
			deadlines.ended("CountOpenWorkflowExecutions", false);
			deadlines.ended("CountOpenWorkflowExecutions", true);
		});
		expect(["PollForDecisionTask", "PollForActivityTask", "CountOpenWorkflowExecutions"].map(deadlines.secondsOf)).toEqual([
			7.5, 75, 10,
		]);
	});

	test("is little after one try of what never came, once three never came and one of them will not", () => {
		const deadlines = createDeadlines();
		deadlines.ended("CountOpenWorkflowExecutions", true);
		for (const operation of ["CountOpenWorkflowExecutions", "PollForDecisionTask"]) deadlines.ended(operation, false);
		times(9, () => deadlines.ended("StartWorkflowExecution", false));
		expect(deadlines.secondsOf("PollForDecisionTask")).toBe(75);
		deadlines.ended("ListDomains", false);
		const asked = ["PollForDecisionTask", "ListDomains", "CountOpenWorkflowExecutions", "DescribeDomain"];
		expect(asked.map(deadlines.secondsOf)).toEqual([7.5, 1, 10, 10]);
	});

	test("is as long as somebody says, and a poll is still held for a minute", () => {
		const { secondsOf } = createDeadlines({ call: 2 });
		expect([secondsOf("ListDomains"), secondsOf("PollForActivityTask")]).toEqual([2, 67]);
	});
});

test("the patience for tasks is little once none came to anybody for long, and whole again with the first task", () => {
	const deadlines = createDeadlines({ atOnce: 4 });
	times(11, () => deadlines.waited(false));
	expect(deadlines.taskShare()).toBe(1);
	deadlines.waited(false);
	expect(deadlines.taskShare()).toBe(0.1);
	deadlines.waited(true);
	expect(deadlines.taskShare()).toBe(1);
});
