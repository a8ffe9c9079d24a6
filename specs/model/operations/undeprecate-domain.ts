import { withDomain } from "../model.ts";
import { answer, domainAlreadyExists, type Operation, unknownDomain } from "../outcome.ts";

/** Brings the domain back. Its types stay deprecated: no source says that they come back with it. */
export const undeprecateDomain: Operation<"UndeprecateDomain"> = ({ model }, { name }) => {
	const domain = model.domains.get(name);
	if (domain === undefined) return unknownDomain(name);
	if (domain.status === "REGISTERED") return domainAlreadyExists(name);
	return answer(withDomain(model, { ...domain, status: "REGISTERED" }));
};
