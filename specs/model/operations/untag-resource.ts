import { findDomainByArn } from "../domain-info.ts";
import { withDomain } from "../model.ts";
import { answer, type Operation, unknownResource } from "../outcome.ts";

export const untagResource: Operation<"UntagResource"> = ({ model }, { resourceArn, tagKeys }) => {
	const domain = findDomainByArn(model, resourceArn);
	if (domain === undefined) return unknownResource(resourceArn);
	return answer(withDomain(model, { ...domain, tags: domain.tags.deleteAll(tagKeys) }));
};
