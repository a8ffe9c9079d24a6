import { without } from "../execution.ts";
import { typeKey, withDomain } from "../model.ts";
import { answer, type Operation, typeAlreadyExists, unknownDomain, unknownType } from "../outcome.ts";

export const undeprecateWorkflowType: Operation<"UndeprecateWorkflowType"> = ({ model }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const key = typeKey(input.workflowType);
	const type = domain.workflowTypes.get(key);
	if (type === undefined) return unknownType("WorkflowType", input.workflowType);
	if (type.deprecatedAt === undefined) return typeAlreadyExists("WorkflowType", type);
	const workflowTypes = domain.workflowTypes.set(key, without(type, "deprecatedAt"));
	return answer(withDomain(model, { ...domain, workflowTypes }));
};
