import { typeKey, withDomain } from "../model.ts";
import { answer, type Operation, typeDeprecated, unknownDomain, unknownType } from "../outcome.ts";

export const deprecateWorkflowType: Operation<"DeprecateWorkflowType"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const key = typeKey(input.workflowType);
	const type = domain.workflowTypes.get(key);
	if (type === undefined) return unknownType("WorkflowType", input.workflowType);
	if (type.deprecatedAt !== undefined) return typeDeprecated("WorkflowType", type);
	return answer(withDomain(model, { ...domain, workflowTypes: domain.workflowTypes.set(key, { ...type, deprecatedAt: now }) }));
};
