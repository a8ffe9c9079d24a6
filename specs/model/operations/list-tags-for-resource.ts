import { findDomainByArn } from "../domain-info.ts";
import { answer, type Operation, unknownResource } from "../outcome.ts";

export const listTagsForResource: Operation<"ListTagsForResource"> = ({ model }, { resourceArn }) => {
	const domain = findDomainByArn(model, resourceArn);
	if (domain === undefined) return unknownResource(resourceArn);
	return answer(model, { tags: [...domain.tags.values()] });
};
