import { SWFClient } from "@aws-sdk/client-swf";
import { documentedRates } from "../../specs/model/rates/rates.ts";
import { createBudget } from "../aws/budget.ts";
import { type Caller, findCaller, maskedAccount } from "../aws/caller.ts";
import { configuredEndpoint } from "../aws/configured-endpoint.ts";
import { estimate } from "../aws/estimate.ts";
import { retentionOf } from "../aws/given-domain.ts";
import { domainRefusal } from "../aws/one-domain.ts";
import { createPacing } from "../aws/pacing.ts";
import { type Prices, pricesIn } from "../aws/price-table.ts";
import { createRateRetry } from "../aws/rate-retry.ts";
import { renderPlan } from "../aws/render-plan.ts";
import { costOf } from "../aws/usage.ts";
import { withoutAccount } from "../aws/without-account.ts";
import { UsageError } from "../cli/terminal.ts";
import { allGuards } from "./all-guards.ts";
import { GaveUp, type Guard } from "./guard.ts";
import type { Session, Target, TargetOptions } from "./target.ts";
import type { Terms } from "./terms.ts";
import { wallClock } from "./wall-clock.ts";

/** The rest is for whoever else uses the account, another run too. */
const shareOfRates = 0.5;
/** The longest time that a domain can keep closed executions, reckoned with until the domain that was given is asked. */
const longestRetentionDays = 90;

/**
 * Amazon SWF itself, in a region; undefined where the text names none. The environment can point it elsewhere, as it can every AWS tool.
 *
 * @throws UsageError unless a cost was accepted or only the plan is asked for
 */
export async function openAws(region: string, options: TargetOptions): Promise<Target | undefined> {
	if (!/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)) return undefined;
	const { acceptCost, dryRun = false } = options.allowed ?? {};
	if (acceptCost === undefined && !dryRun)
		throw new UsageError(
			`--target aws:${region} costs money: say with --accept-cost how many US dollars it may; --dry-run tells how many it would`,
		);
	const prices = pricesIn(region);
	if (prices === undefined) throw new UsageError(`--target aws:${region}: what SWF costs there is not known to the kit`);
	const { environment, interrupt } = options;
	const endpoint = configuredEndpoint("SWF", environment) ?? ownEndpoint(region);
	// A plan needs nobody's credentials.
	const caller = dryRun ? undefined : await findCaller(region, configuredEndpoint("STS", environment), interrupt);
	const session = (): Session => {
		if (caller === undefined) throw new Error("nothing is sent when only the plan is asked for");
		return { credentials: caller.credentials, clock: wallClock };
	};
	const pacing = createPacing({ rates: documentedRates, share: shareOfRates, now: () => performance.now(), random: Math.random });
	return {
		name: `aws:${region}`,
		endpoint,
		region,
		...(caller === undefined ? {} : { account: maskedAccount(caller.account) }),
		inProcess: false,
		clock: "wall",
		lacks: [],
		ephemeral: false,
		patience: 1,
		// The pace is what bounds a run; the fewer at once, the longer may the lists be that each gets of a domain that others use.
		concurrency: 8,
		guard: allGuards(renewal(caller), pacing),
		terms: awsTerms({ region, endpoint, caller, prices }, options),
		session,
		[Symbol.asyncDispose]: async () => undefined,
	};
}

/** What was connected before goes on with what it has: credentials are renewed minutes before they run out. */
const renewal = (caller: Caller | undefined): Guard => ({
	before: async () => {
		await caller?.renew();
	},
	after: async (_, { outcome }) => {
		if (outcome.kind === "fault" && outcome.type === "ExpiredTokenException")
			throw new GaveUp("the credentials ran out and could not be renewed");
		return false;
	},
});

const ownEndpoint = (region: string): string => {
	const client = new SWFClient({ region });
	return client.config.endpointProvider({ Region: region, UseDualStack: false, UseFIPS: false }).url.origin;
};

interface Place {
	readonly region: string;
	readonly endpoint: string;
	/** Undefined where only the plan is asked for. */
	readonly caller: Caller | undefined;
	readonly prices: Prices;
}

function awsTerms({ region, endpoint, caller, prices }: Place, { allowed = {}, interrupt }: TargetOptions): Terms {
	const { acceptCost, domain, dryRun = false, ownDomains = false } = allowed;
	let retentionDays = domain === undefined ? 1 : longestRetentionDays;
	const budget = createBudget(acceptCost ?? 0, (usage) => costOf(usage, prices, retentionDays));
	const retried = createRateRetry();
	return {
		planOnly: dryRun,
		domain,
		refusal: (scenario) => domainRefusal(scenario, domain !== undefined, ownDomains),
		plan(cases) {
			const estimated = estimate(cases, domain !== undefined);
			return renderPlan({
				...{ region, endpoint, account: caller?.account, cases: cases.length, domain, estimate: estimated },
				...{ rates: documentedRates, share: shareOfRates, prices, retentionDays },
				...{ cost: costOf(estimated.usage, prices, retentionDays), accepted: acceptCost },
			});
		},
		async begin() {
			if (domain === undefined || caller === undefined) return;
			retentionDays = await retentionOf(domain, { endpoint, region, credentials: caller.credentials }, interrupt);
		},
		admit: budget.admit,
		settle(scenario, evidence) {
			budget.settle(scenario, evidence);
			const decided = retried(scenario, evidence);
			return decided === "again" || caller === undefined ? decided : withoutAccount(decided, caller.account);
		},
	};
}
