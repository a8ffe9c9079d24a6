import { pick } from "../../wire/pick.ts";
import { openExecution } from "../append.ts";
import { givenTags, resolveConfiguration } from "../configuration.ts";
import { typeKey } from "../model.ts";
import {
	answer,
	defaultUndefined,
	domainDeprecated,
	executionAlreadyStarted,
	limitExceeded,
	type Operation,
	typeDeprecated,
	unknownDomain,
	unknownType,
} from "../outcome.ts";

/** Opens a run, unless one of the same workflow id is open in the domain. */
export const startWorkflowExecution: Operation<"StartWorkflowExecution"> = ({ model, now, ids }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const type = domain.workflowTypes.get(typeKey(input.workflowType));
	if (type === undefined) return unknownType("WorkflowType", input.workflowType);
	if (type.deprecatedAt !== undefined) return typeDeprecated("WorkflowType", type);
	if (domain.status === "DEPRECATED") return domainDeprecated(domain.name);
	if (domain.openRuns.has(input.workflowId)) return executionAlreadyStarted();
	const resolution = resolveConfiguration(input, type);
	if (resolution.kind === "undefined") return defaultUndefined(resolution.setting);
	if (domain.openRuns.size >= model.limits.openExecutionsPerDomain)
		return limitExceeded("Too many open executions in the domain");
	const runId = ids.runId(model.sequence);
	const key = { domain: domain.name, workflowId: input.workflowId, runId };
	const started = {
		// Recordings carry 0 here for an execution without a parent.
		parentInitiatedEventId: 0,
		...pick(input, "workflowType", "input"),
		...givenTags(input),
		...resolution.configuration,
	};
	return answer(openExecution(model, key, started, now), { runId });
};
