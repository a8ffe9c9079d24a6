import { pick } from "../../wire/pick.ts";
import { executionInfo } from "../execution-info.ts";
import { filterOpenExecutions } from "../list-executions.ts";
import { answer, type Operation, unknownDomain } from "../outcome.ts";
import { cutPage } from "../pages.ts";

/** Newest first. */
export const listOpenWorkflowExecutions: Operation<"ListOpenWorkflowExecutions"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const found = filterOpenExecutions(model, domain, input, now);
	if (found.kind === "fault") return found;
	const page = cutPage({ ...found, name: "ListOpenWorkflowExecutions", now }, input);
	if (page.kind === "fault") return page;
	return answer(model, { executionInfos: page.items.map(executionInfo), ...pick(page, "nextPageToken") });
};
