import { typeKey, withDomain } from "../model.ts";
import { answer, type Operation, typeNotDeprecated, unknownDomain, unknownType } from "../outcome.ts";

/** Forgets a deprecated type; executions that use it go on. */
export const deleteWorkflowType: Operation<"DeleteWorkflowType"> = ({ model }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const key = typeKey(input.workflowType);
	const type = domain.workflowTypes.get(key);
	if (type === undefined) return unknownType("WorkflowType", input.workflowType);
	if (type.deprecatedAt === undefined) return typeNotDeprecated();
	return answer(withDomain(model, { ...domain, workflowTypes: domain.workflowTypes.delete(key) }));
};
