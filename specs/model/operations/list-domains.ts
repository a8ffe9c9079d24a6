import { pick } from "../../wire/pick.ts";
import { domainInfo } from "../domain-info.ts";
import { answer, type Operation } from "../outcome.ts";
import { cutPage } from "../pages.ts";

export const listDomains: Operation<"ListDomains"> = ({ model, now }, input) => {
	const items = [...model.domains.values()].filter(({ status }) => status === input.registrationStatus);
	const page = cutPage({ name: "ListDomains", items, positionOf: ({ name }) => [name], now }, input);
	if (page.kind === "fault") return page;
	return answer(model, {
		domainInfos: page.items.map((domain) => domainInfo(model, domain)),
		...pick(page, "nextPageToken"),
	});
};
