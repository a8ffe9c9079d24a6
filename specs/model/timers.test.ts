import { describe, expect, test } from "vitest";
import { decision, rehearse } from "./rehearsal.ts";

describe("timers", () => {
	test("a timer fires at its time, one of zero seconds just behind the batch", () => {
		const model = rehearse();
		model.start("w");
		model.decide(
			decision("StartTimer", { timerId: "late", startToFireTimeout: "5" }),
			decision("StartTimer", { timerId: "now", startToFireTimeout: "0" }),
		);
		const started = model.last("w", "TimerStarted")?.eventTimestamp ?? Number.NaN;
		const fired = model.last("w", "TimerFired");
		expect(fired?.timerFiredEventAttributes).toEqual({ timerId: "now", startedEventId: 6 });
		expect(fired?.eventTimestamp).toBeGreaterThan(started);
		model.elapse(5);
		expect(model.last("w", "TimerFired")?.eventTimestamp).toBeCloseTo(started + 5, 3);
	});

	test("an id of an open timer is refused, a cancelled one is free", () => {
		const model = rehearse();
		model.start("w");
		const start = decision("StartTimer", { timerId: "t", startToFireTimeout: "5" });
		model.decide(start, start, decision("CancelTimer", { timerId: "t" }), start);
		expect(model.types("w").slice(4, 8)).toEqual(["TimerStarted", "StartTimerFailed", "TimerCanceled", "TimerStarted"]);
		model.elapse(6);
		const fired = model.events("w").filter(({ eventType }) => eventType === "TimerFired");
		expect(fired).toMatchObject([{ timerFiredEventAttributes: { startedEventId: 8 } }]);
	});

	test("an unknown timer cannot be cancelled, a cancelled one never fires", () => {
		const model = rehearse();
		model.start("w");
		const cancel = decision("CancelTimer", { timerId: "t" });
		model.decide(decision("StartTimer", { timerId: "t", startToFireTimeout: "5" }), cancel, cancel);
		expect(model.types("w").slice(4)).toEqual(["TimerStarted", "TimerCanceled", "CancelTimerFailed", "DecisionTaskScheduled"]);
		model.elapse(10);
		expect(model.last("w", "TimerFired")).toBeUndefined();
	});

	test("timers fire in the order they are due, not in that they were started", () => {
		const model = rehearse();
		model.start("w");
		const timer = (timerId: string) => decision("StartTimer", { timerId, startToFireTimeout: timerId });
		model.decide(timer("30"), timer("10"), timer("20"));
		model.elapse(60);
		const fired = model.events("w").filter(({ eventType }) => eventType === "TimerFired");
		expect(fired).toMatchObject(["10", "20", "30"].map((timerId) => ({ timerFiredEventAttributes: { timerId } })));
	});

	test("timers that are due together fire in the order they were started", () => {
		const model = rehearse();
		model.start("w");
		model.decide(...["c", "a", "b"].map((timerId) => decision("StartTimer", { timerId, startToFireTimeout: "5" })));
		model.elapse(5);
		const fired = model.events("w").filter(({ eventType }) => eventType === "TimerFired");
		expect(fired).toMatchObject(["c", "a", "b"].map((timerId) => ({ timerFiredEventAttributes: { timerId } })));
	});
});
