import type { Instant } from "../instant.ts";
import { type RegisteredType, withDomain } from "../model.ts";
import { answer, domainDeprecated, type Operation, unknownDomain } from "../outcome.ts";

/** Deprecates the domain and every type in it; what runs goes on running. */
export const deprecateDomain: Operation<"DeprecateDomain"> = ({ model, now }, { name }) => {
	const domain = model.domains.get(name);
	if (domain === undefined) return unknownDomain(name);
	if (domain.status === "DEPRECATED") return domainDeprecated(name);
	return answer(
		withDomain(model, {
			...domain,
			status: "DEPRECATED",
			workflowTypes: domain.workflowTypes.map((type) => deprecated(type, now)),
			activityTypes: domain.activityTypes.map((type) => deprecated(type, now)),
		}),
	);
};

const deprecated = <Configuration>(type: RegisteredType<Configuration>, now: Instant): RegisteredType<Configuration> =>
	type.deprecatedAt === undefined ? { ...type, deprecatedAt: now } : type;
