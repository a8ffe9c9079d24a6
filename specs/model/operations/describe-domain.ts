import { domainInfo } from "../domain-info.ts";
import { answer, type Operation, unknownDomain } from "../outcome.ts";

export const describeDomain: Operation<"DescribeDomain"> = ({ model }, { name }) => {
	const domain = model.domains.get(name);
	if (domain === undefined) return unknownDomain(name);
	return answer(model, {
		domainInfo: domainInfo(model, domain),
		configuration: { workflowExecutionRetentionPeriodInDays: domain.retention },
	});
};
