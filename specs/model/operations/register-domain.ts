import { Map as ImmutableMap } from "immutable";
import { emptyDomain, withDomain } from "../model.ts";
import { answer, domainAlreadyExists, limitExceeded, type Operation, tooManyTags } from "../outcome.ts";

/** A name is taken for good, also by a deprecated domain. */
export const registerDomain: Operation<"RegisterDomain"> = ({ model }, input) => {
	const { name, description, tags = [] } = input;
	if (model.domains.has(name)) return domainAlreadyExists(name);
	if (model.domains.size >= model.limits.domains) return limitExceeded(`An account has at most ${model.limits.domains} domains`);
	const tagged = ImmutableMap(tags.map((tag) => [tag.key, tag]));
	if (tagged.size > model.limits.tagsPerResource) return tooManyTags(model.limits.tagsPerResource);
	const empty = emptyDomain(name, input.workflowExecutionRetentionPeriodInDays);
	return answer(withDomain(model, { ...empty, tags: tagged, ...(description === undefined ? {} : { description }) }));
};
