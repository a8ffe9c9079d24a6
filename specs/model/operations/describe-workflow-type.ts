import { typeKey } from "../model.ts";
import { answer, type Operation, unknownDomain, unknownType } from "../outcome.ts";
import { typeInfo } from "../type-info.ts";

export const describeWorkflowType: Operation<"DescribeWorkflowType"> = ({ model }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const type = domain.workflowTypes.get(typeKey(input.workflowType));
	if (type === undefined) return unknownType("WorkflowType", input.workflowType);
	return answer(model, {
		typeInfo: { workflowType: input.workflowType, ...typeInfo(type) },
		configuration: type.configuration,
	});
};
