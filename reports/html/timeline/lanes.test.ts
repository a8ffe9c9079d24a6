import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { laneOf, lanes } from "./lanes.ts";

const eventTypes: readonly string[] = parse(readFileSync(new URL("../../../specs/swf.openapi.yaml", import.meta.url), "utf8"))
	.components.schemas.EventType.enum;

test("each type of event that SWF has is of a lane of its own kind", () => {
	expect(eventTypes).toHaveLength(54);
	expect(eventTypes.filter((type) => laneOf(type) === "other")).toEqual([]);
	expect(lanes.map((lane) => `${lane} ${eventTypes.filter((type) => laneOf(type) === lane).length}`)).toEqual([
		...["execution 13", "decision 4", "activity 9", "timer 5", "child 8", "external 6", "marker 2", "lambda 7", "other 0"],
	]);
});

test.each([
	["WorkflowExecutionSignaled", "execution"],
	["CancelWorkflowExecutionFailed", "execution"],
	["ScheduleActivityTaskFailed", "activity"],
	["StartChildWorkflowExecutionFailed", "child"],
	["RequestCancelExternalWorkflowExecutionFailed", "external"],
	["StartLambdaFunctionFailed", "lambda"],
	["TimerCancelled", "other"],
	["constructor", "other"],
	["", "other"],
])("%s is of the lane %s", (type, lane) => {
	expect(laneOf(type)).toBe(lane);
});
