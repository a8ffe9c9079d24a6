import { typeKey, withDomain } from "../model.ts";
import { answer, type Operation, typeNotDeprecated, unknownDomain, unknownType } from "../outcome.ts";

/** Forgets a deprecated type; executions that use it go on. */
export const deleteActivityType: Operation<"DeleteActivityType"> = ({ model }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const key = typeKey(input.activityType);
	const type = domain.activityTypes.get(key);
	if (type === undefined) return unknownType("ActivityType", input.activityType);
	if (type.deprecatedAt === undefined) return typeNotDeprecated();
	return answer(withDomain(model, { ...domain, activityTypes: domain.activityTypes.delete(key) }));
};
