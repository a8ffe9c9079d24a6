import { pick } from "../../wire/pick.ts";
import { answer, type Operation, unknownDomain } from "../outcome.ts";
import { cutPage } from "../pages.ts";
import { typeInfo, typeStatus } from "../type-info.ts";

export const listActivityTypes: Operation<"ListActivityTypes"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const items = [...domain.activityTypes.values()].filter(
		(type) => typeStatus(type) === input.registrationStatus && (input.name === undefined || input.name === type.name),
	);
	const page = cutPage({ name: "ListActivityTypes", items, positionOf: ({ name, version }) => [name, version], now }, input);
	if (page.kind === "fault") return page;
	return answer(model, {
		typeInfos: page.items.map((type) => ({ activityType: pick(type, "name", "version"), ...typeInfo(type) })),
		...pick(page, "nextPageToken"),
	});
};
