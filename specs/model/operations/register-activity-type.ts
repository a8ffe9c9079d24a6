import { pick } from "../../wire/pick.ts";
import { typeKey, withDomain } from "../model.ts";
import { answer, domainDeprecated, limitExceeded, type Operation, typeAlreadyExists, unknownDomain } from "../outcome.ts";

/** A type cannot be changed once it is registered; registering it again is refused, also while it is deprecated. */
export const registerActivityType: Operation<"RegisterActivityType"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	// The operation does not model this fault, but the documents forbid the registration and name no other.
	if (domain.status === "DEPRECATED") return domainDeprecated(input.domain);
	const { activityTypes: types } = domain;
	if (types.has(typeKey(input))) return typeAlreadyExists("ActivityType", input);
	if (types.size >= model.limits.typesPerDomain) return limitExceeded("Too many activity types in the domain");
	const type = {
		...pick(input, "name", "version", "description"),
		createdAt: now,
		configuration: pick(
			input,
			"defaultTaskStartToCloseTimeout",
			"defaultTaskHeartbeatTimeout",
			"defaultTaskList",
			"defaultTaskPriority",
			"defaultTaskScheduleToStartTimeout",
			"defaultTaskScheduleToCloseTimeout",
		),
	};
	return answer(withDomain(model, { ...domain, activityTypes: types.set(typeKey(input), type) }));
};
