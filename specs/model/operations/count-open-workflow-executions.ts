import { filterOpenExecutions } from "../list-executions.ts";
import { answer, type Operation, unknownDomain } from "../outcome.ts";

export const countOpenWorkflowExecutions: Operation<"CountOpenWorkflowExecutions"> = ({ model }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const found = filterOpenExecutions(model, domain, input);
	return found.kind === "fault" ? found : answer(model, { count: found.items.length, truncated: false });
};
