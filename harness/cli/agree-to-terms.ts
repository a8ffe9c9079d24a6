import type { Plan } from "../plan.ts";
import type { Target, TargetOptions } from "../targets/target.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** Flags that mean something only where a run costs. */
export interface TermsFlags {
	readonly acceptCost?: number;
	readonly dryRun?: boolean;
	readonly domain?: string;
	readonly ownDomains?: boolean;
}

const names = {
	acceptCost: "--accept-cost",
	dryRun: "--dry-run",
	domain: "--domain",
	ownDomains: "--own-domains",
} as const satisfies Record<keyof TermsFlags, string>;

/** What the flags allow, to open a target with. */
export const allowedBy = ({ acceptCost, dryRun, domain, ownDomains }: TermsFlags): Required<Pick<TargetOptions, "allowed">> => ({
	allowed: {
		...(acceptCost === undefined ? {} : { acceptCost }),
		...(dryRun === undefined ? {} : { dryRun }),
		...(domain === undefined ? {} : { domain }),
		...(ownDomains === undefined ? {} : { ownDomains }),
	},
});

/**
 * Tells what a run will do and cost, also when it is to be quiet, before anything is sent; whether it is to go on.
 *
 * @throws UsageError where such flags are given for a target that costs nothing
 */
export async function agreeToTerms(
	{ name, terms }: Target,
	planned: Plan,
	flags: TermsFlags,
	terminal: Terminal,
): Promise<boolean> {
	if (terms === undefined) {
		const given = (Object.keys(names) as (keyof TermsFlags)[]).find((flag) => flags[flag] !== undefined);
		if (given !== undefined) throw new UsageError(`${names[given]}: the target ${name} costs nothing; it is for aws:REGION`);
		return true;
	}
	const text = terms.plan(planned.play);
	if (terms.planOnly) {
		terminal.out(text);
		return false;
	}
	terminal.err(text);
	await terms.begin();
	return true;
}
