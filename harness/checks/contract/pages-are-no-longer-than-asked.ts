import { isJsonObject } from "../../../specs/wire/json.ts";
import { parse } from "./read-reply.ts";
import type { Rule } from "./rule.ts";

const longest = 1000;

/** Without a size, or with 0, a page has at most as many items as the service gives at all. */
export const pagesAreNoLongerThanAsked: Rule = {
	level: "MUST",
	scope: "answer",
	of: "reply",
	find: ({ kind, operation, json, requestBody }) => {
		const member = lists.get(operation);
		const items = kind === "answer" && member !== undefined && isJsonObject(json) ? json[member] : undefined;
		if (member === undefined || !Array.isArray(items)) return undefined;
		if (items.length <= 1) return undefined;
		const input = parse(requestBody);
		const asked = isJsonObject(input) ? input["maximumPageSize"] : undefined;
		const most = typeof asked === "number" && asked > 0 ? Math.min(asked, longest) : longest;
		return items.length <= most
			? undefined
			: { at: member, message: "the page has more items than were asked for", expected: most, observed: items.length };
	},
};

const lists: ReadonlyMap<string, string> = new Map([
	["GetWorkflowExecutionHistory", "events"],
	["PollForDecisionTask", "events"],
	["ListActivityTypes", "typeInfos"],
	["ListWorkflowTypes", "typeInfos"],
	["ListClosedWorkflowExecutions", "executionInfos"],
	["ListOpenWorkflowExecutions", "executionInfos"],
	["ListDomains", "domainInfos"],
]);
