import { findDomainByArn } from "../domain-info.ts";
import { withDomain } from "../model.ts";
import { answer, type Operation, tooManyTags, unknownResource } from "../outcome.ts";

/** A key that is there already gets the new value and does not count twice; no source says otherwise. */
export const tagResource: Operation<"TagResource"> = ({ model }, { resourceArn, tags: given }) => {
	const domain = findDomainByArn(model, resourceArn);
	if (domain === undefined) return unknownResource(resourceArn);
	const tags = domain.tags.merge(given.map((tag) => [tag.key, tag]));
	if (tags.size > model.limits.tagsPerResource) return tooManyTags(model.limits.tagsPerResource);
	return answer(withDomain(model, { ...domain, tags }));
};
