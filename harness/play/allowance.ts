import { countValues } from "../clients/count-values.ts";
import type { Exchange } from "../evidence.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What one case may cost: a target must neither fill the memory nor hold a case for ever. */
export interface Allowance {
	/** Of all answers together, as `weightOf` weighs them. */
	readonly weight: number;
	readonly milliseconds: number;
}

const mebibyte = 1024 * 1024;
/** What the answers of all cases that are played at once may weigh. The heaviest case on SWF's own answers weighs less than 1 MiB. */
const mostInFlight = 32 * mebibyte;

/** Seconds for two polls that are held in vain, and as much again. The service time that a scenario lets pass comes on top. */
const caseSeconds = 180;

/** @param atOnce how many cases are played at once */
export const allowanceOf = (
	{ serviceSeconds }: Pick<Scenario, "serviceSeconds">,
	atOnce: number,
	patience: number,
): Allowance => ({
	weight: Math.min(8 * mebibyte, Math.max(mebibyte, mostInFlight / atOnce)),
	milliseconds: (serviceSeconds + caseSeconds * Math.max(1, patience)) * 1000,
});

/** What clearing up after a case may cost. Its answers are empty where all is well. */
export const clearingAllowance: Allowance = { weight: mebibyte, milliseconds: 30_000 };

/** Bytes that a value takes beside its text, once it is read: an object in a list is three characters long and dozens of bytes large. */
const valueBytes = 64;

/** About how much memory an answer takes. */
export function weightOf({ response }: Pick<Exchange, "response">): number {
	if (response === undefined) return 0;
	return response.body.length + valueBytes * countValues(response.body);
}
