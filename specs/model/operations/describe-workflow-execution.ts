import { asDescribed } from "../as-seen.ts";
import { executionConfiguration, executionInfo, openCounts } from "../execution-info.ts";
import { findExecution } from "../find-execution.ts";
import { toWire } from "../instant.ts";
import { answer, type Operation, unknownDomain, unknownExecution } from "../outcome.ts";

export const describeWorkflowExecution: Operation<"DescribeWorkflowExecution"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const execution = asDescribed(model, findExecution(model, domain, input.execution, now), now);
	if (execution === undefined) return unknownExecution(input.execution.workflowId, input.execution.runId);
	const { latestActivityTaskAt, latestExecutionContext } = execution;
	return answer(model, {
		executionInfo: executionInfo(execution),
		executionConfiguration: executionConfiguration(execution),
		openCounts: openCounts(execution),
		...(latestActivityTaskAt === undefined ? {} : { latestActivityTaskTimestamp: toWire(latestActivityTaskAt) }),
		...(latestExecutionContext === undefined ? {} : { latestExecutionContext }),
	});
};
