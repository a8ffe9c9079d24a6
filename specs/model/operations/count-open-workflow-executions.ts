import { filterOpenExecutions } from "../list-executions.ts";
import { countedAnswer, type Operation, unknownDomain } from "../outcome.ts";

export const countOpenWorkflowExecutions: Operation<"CountOpenWorkflowExecutions"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const found = filterOpenExecutions(model, domain, input, now);
	return found.kind === "fault" ? found : countedAnswer(model, found.items.length);
};
