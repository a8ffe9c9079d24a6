import { expect, test } from "vitest";
import { decision, rehearse } from "./rehearsal.ts";

const schedule = decision("ScheduleLambdaFunction", { id: "1", name: "f", startToCloseTimeout: "5" });

test("a Lambda function can take its time", () => {
	const play = rehearse({ invokeLambda: () => ({ kind: "completed", result: "1", seconds: 3 }) });
	const runId = play.start("w", { lambdaRole: "role" });
	play.decide(schedule);
	expect(play.describe("w", runId)).toMatchObject({ openCounts: { openLambdaFunctions: 1 } });
	play.elapse(2.9);
	expect(play.last("w", "LambdaFunctionCompleted")).toBeUndefined();
	play.elapse(0.2);
	const { eventTimestamp: started = 0, eventId } = play.last("w", "LambdaFunctionStarted") ?? {};
	const completed = play.last("w", "LambdaFunctionCompleted");
	expect(completed?.lambdaFunctionCompletedEventAttributes).toEqual({
		...{ scheduledEventId: 5, startedEventId: eventId, result: "1" },
	});
	expect((completed?.eventTimestamp ?? 0) - started).toBeCloseTo(3, 3);
});

test("a Lambda function that takes too long is given up, and what it ends with is nobody's concern", () => {
	const play = rehearse({ invokeLambda: () => ({ kind: "failed", reason: "r", details: "d", seconds: 6 }) });
	play.start("w", { lambdaRole: "role" });
	play.decide(schedule);
	play.elapse(7);
	expect(play.types("w").slice(5)).toEqual(["LambdaFunctionStarted", "LambdaFunctionTimedOut", "DecisionTaskScheduled"]);
	expect(play.model().lambdaResults.size).toBe(0);
});

test("a Lambda function whose timeout is an empty text has the default one", () => {
	const play = rehearse({ invokeLambda: () => ({ kind: "silent" }) });
	play.start("w", { lambdaRole: "role" });
	play.decide(decision("ScheduleLambdaFunction", { id: "1", name: "f", startToCloseTimeout: "" }));
	play.elapse(899);
	expect(play.last("w", "LambdaFunctionTimedOut")).toBeUndefined();
	play.elapse(2);
	expect(play.last("w", "LambdaFunctionTimedOut")).toBeDefined();
});

test("where there is no Lambda, none is scheduled", () => {
	const play = rehearse({ lacksLambda: true });
	play.start("w", { lambdaRole: "role" });
	play.decide(schedule);
	expect(play.last("w", "ScheduleLambdaFunctionFailed")?.scheduleLambdaFunctionFailedEventAttributes).toEqual({
		...{ id: "1", name: "f", cause: "LAMBDA_SERVICE_NOT_AVAILABLE_IN_REGION", decisionTaskCompletedEventId: 4 },
	});
});
