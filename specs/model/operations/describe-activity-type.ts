import { typeKey } from "../model.ts";
import { answer, type Operation, unknownDomain, unknownType } from "../outcome.ts";
import { typeInfo } from "../type-info.ts";

export const describeActivityType: Operation<"DescribeActivityType"> = ({ model }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const type = domain.activityTypes.get(typeKey(input.activityType));
	if (type === undefined) return unknownType("ActivityType", input.activityType);
	return answer(model, {
		typeInfo: { activityType: input.activityType, ...typeInfo(type) },
		configuration: type.configuration,
	});
};
