import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";

/** An id may be used again, also while it is in use: the live service was measured to accept that. */
export const scheduleLambdaFunction: DecisionRule<"ScheduleLambdaFunction"> = ({ model, execution, completed }, attributes) => {
	const failed = (cause: "LAMBDA_SERVICE_NOT_AVAILABLE_IN_REGION" | "OPEN_LAMBDA_FUNCTIONS_LIMIT_EXCEEDED") =>
		draft("ScheduleLambdaFunctionFailed", { ...pick(attributes, "id", "name"), cause, ...completed });
	if (model.settings.lacksLambda === true) return failed("LAMBDA_SERVICE_NOT_AVAILABLE_IN_REGION");
	if (execution.openLambdaFunctions.size >= model.limits.openLambdaFunctions)
		return failed("OPEN_LAMBDA_FUNCTIONS_LIMIT_EXCEEDED");
	const scheduled = pick(attributes, "id", "name", "control", "input", "startToCloseTimeout");
	return draft("LambdaFunctionScheduled", { ...scheduled, ...completed });
};
