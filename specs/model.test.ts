import { dispatch, emptyModel, instant, type Json, nextDeadline, type OperationName, seededIds } from "swf-conformance/model";
import { expect, test } from "vitest";

test("SWF is a function of what it was, a call, the time and the ids", () => {
	const ids = seededIds("an example");
	const now = instant(Date.UTC(2026, 0, 1));
	let model = emptyModel({ account: "123456789012", region: "us-east-1" });
	const call = (operation: OperationName, input: Json) => {
		const dispatched = dispatch(model, operation, input, now, ids);
		model = dispatched.model;
		return dispatched.outcome;
	};

	call("RegisterDomain", { name: "shop", workflowExecutionRetentionPeriodInDays: "1" });
	call("RegisterWorkflowType", {
		domain: "shop",
		name: "order",
		version: "1",
		defaultChildPolicy: "TERMINATE",
		defaultExecutionStartToCloseTimeout: "3600",
		defaultTaskList: { name: "orders" },
		defaultTaskStartToCloseTimeout: "10",
	});
	const before = model;
	const start = { domain: "shop", workflowId: "order-1", workflowType: { name: "order", version: "1" } };
	const started = call("StartWorkflowExecution", start);

	expect(started).toMatchObject({ kind: "answer" });
	expect(nextDeadline(model)).toBe(now + 3_600_000);
	// The model before the start is still there, so the same call can be made again, to the same effect.
	expect(dispatch(before, "StartWorkflowExecution", start, now, ids).outcome).toEqual(started);
	expect(call("StartWorkflowExecution", start)).toMatchObject({ fault: { type: "WorkflowExecutionAlreadyStartedFault" } });
});
