import { without } from "../execution.ts";
import { typeKey, withDomain } from "../model.ts";
import { answer, type Operation, typeAlreadyExists, unknownDomain, unknownType } from "../outcome.ts";

export const undeprecateActivityType: Operation<"UndeprecateActivityType"> = ({ model }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const key = typeKey(input.activityType);
	const type = domain.activityTypes.get(key);
	if (type === undefined) return unknownType("ActivityType", input.activityType);
	if (type.deprecatedAt === undefined) return typeAlreadyExists("ActivityType", type);
	const activityTypes = domain.activityTypes.set(key, without(type, "deprecatedAt"));
	return answer(withDomain(model, { ...domain, activityTypes }));
};
