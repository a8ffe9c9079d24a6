import { pick } from "../../wire/pick.ts";
import { asDescribed } from "../as-seen.ts";
import { findExecution } from "../find-execution.ts";
import { answer, type Operation, unknownDomain, unknownExecution } from "../outcome.ts";
import { cutHistory } from "../pages.ts";

export const getWorkflowExecutionHistory: Operation<"GetWorkflowExecutionHistory"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const execution = asDescribed(model, findExecution(model, domain, input.execution, now), now);
	if (execution === undefined) return unknownExecution(input.execution.workflowId, input.execution.runId);
	const { history } = execution;
	const page = cutHistory({ name: "GetWorkflowExecutionHistory", history, first: 1, last: history.size, now }, input);
	if (page.kind === "fault") return page;
	return answer(model, { events: page.items, ...pick(page, "nextPageToken") });
};
