import type { Bucket, Rates } from "../../specs/model/rates/rates.ts";
import { dollars } from "./budget.ts";
import { maskedAccount } from "./caller.ts";
import type { Calls, Estimate } from "./estimate.ts";
import type { Prices } from "./price-table.ts";

/** What a run is going to do, for whoever pays for it. */
export interface PlannedRun {
	readonly region: string;
	readonly endpoint: string;
	/** Undefined where nobody was asked. */
	readonly account: string | undefined;
	readonly cases: number;
	/** Undefined where the run registers one. */
	readonly domain: string | undefined;
	readonly estimate: Estimate;
	readonly rates: Rates;
	/** The share of the rates that the run takes. */
	readonly share: number;
	readonly prices: Prices;
	/** Days for which closed executions are kept, at most. */
	readonly retentionDays: number;
	/** US dollars. */
	readonly cost: number;
	/** US dollars that were accepted, if any were. */
	readonly accepted: number | undefined;
}

/** Seconds that calls take at the pace of a run, however fast they are answered. */
function leastSeconds(calls: Calls, rates: Rates, share: number): number {
	const paced = Object.entries(calls).map(([name, count]) => {
		const bucket = (rates.calls as Partial<Record<string, Bucket>>)[name];
		return bucket === undefined ? 0 : (count - bucket.size * share) / (bucket.refill * share);
	});
	return Math.ceil(Math.max(0, ...paced));
}

const number = (value: number) => value.toLocaleString("en-US");
const line = (name: string, text: string) => `${name.padEnd(12)}${text}`;

export function renderPlan(run: PlannedRun): string {
	const { calls, usage, domains } = run.estimate;
	const counted = Object.entries(calls).sort(([, one], [, other]) => other - one);
	const all = counted.reduce((sum, [, count]) => sum + count, 0);
	const { asOf, source } = run.prices;
	return [
		line("account", run.account === undefined ? "not asked for" : maskedAccount(run.account)),
		line("region", `${run.region}, ${run.endpoint}`),
		line("cases", number(run.cases)),
		line("domain", domainText(run.domain, domains.length)),
		line(
			"calls",
			`${number(all)}, and more where a case waits; paced, so that they take ${number(leastSeconds(calls, run.rates, run.share))} s at least`,
		),
		...counted.map(([name, count]) => `  ${name.padEnd(34)}${number(count).padStart(7)}`),
		line("executions", `${number(usage.executions)} at most, kept for ${keptText(run)}`),
		line("tasks", `${number(usage.tasks)} at most, with timers, markers and signals`),
		line("cost", `${dollars(run.cost)} at most, by the prices of ${asOf} (${source}); ${acceptedText(run)}`),
		"",
	].join("\n");
}

const keptText = ({ domain, retentionDays }: PlannedRun) =>
	domain === undefined ? "a day" : `as long as the domain says, reckoned with ${retentionDays} days`;

function domainText(given: string | undefined, made: number): string {
	const registered = made === 1 ? "one is registered, and counts" : `${made} are registered, and count`;
	const text = `${registered} for good among the 100 of the account`;
	if (given === undefined) return text;
	return made > 0 ? `${given}; besides, ${text}` : given;
}

function acceptedText({ accepted, cost }: PlannedRun): string {
	if (accepted === undefined) return "nothing accepted yet: --accept-cost AMOUNT";
	return accepted < cost
		? `${dollars(accepted)} accepted, so that the run may end before its last case`
		: `${dollars(accepted)} accepted`;
}
