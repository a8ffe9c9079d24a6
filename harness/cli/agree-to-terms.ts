import type { Plan } from "../plan.ts";
import type { Allowed, Target } from "../targets/target.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** The flags that mean something only where a run costs. */
const names = {
	acceptCost: "--accept-cost",
	dryRun: "--dry-run",
	domain: "--domain",
	ownDomains: "--own-domains",
} as const satisfies Record<keyof Allowed, string>;

/**
 * Tells what a run will do and cost, also when it is to be quiet, before anything is sent; whether it is to go on.
 *
 * @throws UsageError where such flags are given for a target that costs nothing
 */
export async function agreeToTerms({ name, terms }: Target, planned: Plan, flags: Allowed, terminal: Terminal): Promise<boolean> {
	if (terms === undefined) {
		const given = (Object.keys(names) as (keyof Allowed)[]).find((flag) => flags[flag] !== undefined);
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
