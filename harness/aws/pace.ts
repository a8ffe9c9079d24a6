import type { Bucket } from "../../specs/model/rates/rates.ts";

/** Says how long each of several callers has to wait for one bucket, first come first served. */
export interface Pace {
	/** Takes one out and tells the milliseconds to wait until it is there. */
	take(now: number): number;
	/** The bucket turned out to be empty: somebody else takes from it too. */
	empty(now: number): void;
}

/**
 * A bucket as a schedule: the moment at which it would be full again is all that there is to remember.
 *
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export function createPace({ size, refill }: Bucket): Pace {
	const each = 1000 / refill;
	let full = Number.NEGATIVE_INFINITY;
	return {
		take(now) {
			full = Math.max(full, now) + each;
			return Math.max(0, full - size * each - now);
		},
		empty(now) {
			full = Math.max(full, now + size * each);
		},
	};
}
