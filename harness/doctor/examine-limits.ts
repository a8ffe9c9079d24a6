import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { type AskOnce, type Came, type Found, found } from "./found.ts";

/** The quotas page: https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-limits.html */
const [mostDomains, mostTypes, mostOpen] = [100, 10_000, 100_000];
/** Shares of a quota from which on it may be, or is, too little for a run. */
const [much, all] = [0.8, 1];

const statuses = ["REGISTERED", "DEPRECATED"] as const;

/** How much of the account's, and of a domain's, quotas is used. Deprecated things count: SWF deletes no domain. */
export async function examineLimits(domain: string | undefined, ask: AskOnce): Promise<readonly Found[]> {
	const domains = await counted("domains", mostDomains, "domainInfos", statuses, (registrationStatus) =>
		ask("ListDomains", { registrationStatus }),
	);
	if (domain === undefined) return [domains];
	const described = await ask("DescribeDomain", { name: domain });
	const info = described.outcome.kind === "answer" ? described.outcome.output["domainInfo"] : undefined;
	if (!isJsonObject(info) || info["status"] !== "REGISTERED")
		return [domains, found("domain", "bad", `${domain} is not registered here, or may not be described`)];
	const open = await ask("CountOpenWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } });
	return [
		domains,
		found("domain", "fine", `${domain} is registered`),
		await counted("workflow types", mostTypes, "typeInfos", statuses, (registrationStatus) =>
			ask("ListWorkflowTypes", { domain, registrationStatus }),
		),
		await counted("activity types", mostTypes, "typeInfos", statuses, (registrationStatus) =>
			ask("ListActivityTypes", { domain, registrationStatus }),
		),
		open.outcome.kind === "answer"
			? used("open executions", Number(open.outcome.output["count"]), mostOpen, open.outcome.output["truncated"] === true)
			: found("open executions", "unknown", "they could not be counted"),
	];
}

/** Counts the items of one page for each status: a page has up to 1,000 of them, and more than that says enough. */
async function counted(
	what: string,
	most: number,
	member: string,
	of: readonly string[],
	list: (status: string) => Promise<Came>,
): Promise<Found> {
	let count = 0;
	let isMore = false;
	for (const status of of) {
		const { outcome } = await list(status);
		if (outcome.kind !== "answer") return found(what, "unknown", "they could not be listed");
		const items: Json | undefined = outcome.output[member];
		count += Array.isArray(items) ? items.length : 0;
		isMore ||= outcome.output["nextPageToken"] !== undefined;
	}
	return used(what, count, most, isMore);
}

function used(what: string, count: number, most: number, isMore: boolean): Found {
	if (!Number.isFinite(count)) return found(what, "unknown", "they could not be counted");
	const share = count / most;
	return found(what, share >= all ? "bad" : share >= much ? "concern" : "fine", `${count}${isMore ? " or more" : ""} of ${most}`);
}
