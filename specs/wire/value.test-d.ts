import { describe, expectTypeOf, test } from "vitest";
import type { DecisionAttributes, DecisionAttributesMember, DecisionType } from "./decision.ts";
import type { EventAttributesMember, EventOf, EventType, HistoryEvent } from "./history-event.ts";
import type { JsonObject } from "./json.ts";
import type { InputOf, OutputOf, Value } from "./value.ts";

describe("types derived from the contract", () => {
	test("every event type and every decision type has its attributes member", () => {
		expectTypeOf<Exclude<EventAttributesMember<EventType>, keyof Value<"HistoryEvent">>>().toBeNever();
		expectTypeOf<Exclude<DecisionAttributesMember<DecisionType>, keyof Value<"Decision">>>().toBeNever();
	});

	test("an event's type tells its attributes", () => {
		expectTypeOf<Extract<HistoryEvent, { eventType: "TimerFired" }>>().toEqualTypeOf<EventOf<"TimerFired">>();
		expectTypeOf<EventOf<"TimerFired">["timerFiredEventAttributes"]["startedEventId"]>().toBeNumber();
	});

	test("required members are there, others may be absent, and enumerations are unions", () => {
		expectTypeOf<InputOf<"SignalWorkflowExecution">["signalName"]>().toBeString();
		expectTypeOf<Required<InputOf<"SignalWorkflowExecution">>["runId"]>().toBeString();
		expectTypeOf<DecisionAttributes<"StartTimer">["timerId"]>().toBeString();
		expectTypeOf<Value<"ChildPolicy">>().toEqualTypeOf<"TERMINATE" | "REQUEST_CANCEL" | "ABANDON">();
	});

	test("an answer is JSON, or nothing where the contract has none", () => {
		expectTypeOf<OutputOf<"DescribeWorkflowExecution">>().toExtend<JsonObject>();
		expectTypeOf<OutputOf<"SignalWorkflowExecution">>().toBeUndefined();
	});
});
