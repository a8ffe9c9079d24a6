import { typeKey, withDomain } from "../model.ts";
import { answer, type Operation, typeDeprecated, unknownDomain, unknownType } from "../outcome.ts";

export const deprecateActivityType: Operation<"DeprecateActivityType"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const key = typeKey(input.activityType);
	const type = domain.activityTypes.get(key);
	if (type === undefined) return unknownType("ActivityType", input.activityType);
	if (type.deprecatedAt !== undefined) return typeDeprecated("ActivityType", type);
	return answer(withDomain(model, { ...domain, activityTypes: domain.activityTypes.set(key, { ...type, deprecatedAt: now }) }));
};
