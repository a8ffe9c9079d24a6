import { setTimeout as passing } from "node:timers/promises";
import type { Bucket, Rates } from "../../specs/model/rates/rates.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { isThrottling } from "../play/refusals.ts";
import { GaveUp, type Guard, type GuardedCall } from "../targets/guard.ts";
import { createPace, type Pace } from "./pace.ts";

export interface PacingOptions {
	/** What the service allows an account. */
	readonly rates: Rates;
	/** The share of it that a run takes, above 0 and 1 at most; the rest is for whoever else uses the account. */
	readonly share: number;
	/** Milliseconds of a clock that never goes back. */
	readonly now: () => number;
	/** 0 to 1, for jitter. */
	readonly random: () => number;
	readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** How often a throttled request is asked again before its case is given up. The waits between add up to two minutes, give or take. */
const mostRepeats = 12;
const firstBackoffMs = 500;
const longestBackoffMs = 20_000;

/**
 * Sends no faster than a share of what is documented allows, calls and decisions; asks again, after ever longer waits, what is throttled all the same. Buckets
 * for each execution are left out: no case comes near them.
 */
export function createPacing({ rates, share, now, random, wait = passingUnless }: PacingOptions): Guard {
	const paces = new Map<string, Pace>();
	const repeats = new WeakMap<GuardedCall, number>();
	const paceOf = (key: string, bucket: Bucket | undefined): Pace | undefined => {
		if (bucket === undefined) return undefined;
		const pace = paces.get(key) ?? createPace({ size: Math.max(1, bucket.size * share), refill: bucket.refill * share });
		paces.set(key, pace);
		return pace;
	};
	const callPace = (operation: string) => paceOf(operation, (rates.calls as Partial<Record<string, Bucket>>)[operation]);
	const decisionPaces = ({ input: { decisions } }: GuardedCall) =>
		(Array.isArray(decisions) ? (decisions as readonly Json[]) : []).flatMap((decision) => {
			const type = isJsonObject(decision) ? String(decision["decisionType"]) : "";
			return paceOf(`decision ${type}`, (rates.decisions as Partial<Record<string, Bucket>>)[type]) ?? [];
		});
	return {
		async before(call, signal) {
			const asked = now();
			const delays = [callPace(call.operation), ...decisionPaces(call)].map((pace) => pace?.take(asked) ?? 0);
			await wait(Math.max(0, ...delays), signal);
			if (signal.aborted) throw new GaveUp(`${call.operation} had to wait for its turn until nobody waited for it any more`);
		},
		async after(call, sent, signal) {
			if (!isThrottling(sent.outcome)) return false;
			callPace(call.operation)?.empty(now());
			const count = (repeats.get(call) ?? 0) + 1;
			repeats.set(call, count);
			if (count > mostRepeats) throw new GaveUp(`${call.operation} was throttled ${count} times, with ever longer waits between`);
			const longest = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (count - 1));
			await wait(longest * (0.5 + random() / 2), signal);
			if (signal.aborted) throw new GaveUp(`${call.operation} was throttled until nobody waited for it any more`);
			return true;
		},
	};
}

/** Waits; cut short when the case no longer waits. */
async function passingUnless(milliseconds: number, signal: AbortSignal): Promise<void> {
	if (milliseconds <= 0) return;
	await passing(milliseconds, undefined, { signal }).catch((error: unknown) => {
		if (!signal.aborted) throw error;
	});
}
