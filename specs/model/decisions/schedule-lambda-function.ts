import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";

/** An id may be used again, also while it is in use: the live service was measured to accept that. */
export const scheduleLambdaFunction: DecisionRule<"ScheduleLambdaFunction"> = ({ model, execution, completed }, attributes) =>
	execution.openLambdaFunctions.size >= model.limits.openLambdaFunctions
		? draft("ScheduleLambdaFunctionFailed", {
				...pick(attributes, "id", "name"),
				cause: "OPEN_LAMBDA_FUNCTIONS_LIMIT_EXCEEDED",
				...completed,
			})
		: draft("LambdaFunctionScheduled", {
				...pick(attributes, "id", "name", "control", "input", "startToCloseTimeout"),
				...completed,
			});
