import { createHash } from "node:crypto";

/** Makes the ids that the service invents, as a pure function of a number that never comes twice. */
export interface Ids {
	readonly runId: (sequence: number) => string;
}

/** Ids that are the same for the same seed; run ids look like the service's: 46 characters of base64. */
export function seededIds(seed: string): Ids {
	const bytes = createHash("sha256").update(seed).digest();
	const start = bytes.toString("base64").slice(0, 29);
	const [low, high] = [bytes.readUInt32LE(24), bytes.readUInt32LE(28)];
	return {
		runId: (sequence) => `22${start}${word(scattered(sequence ^ low))}${word(scattered((sequence / 2 ** 32) ^ high))}=`,
	};
}

const word = (number: number): string => number.toString(36).padStart(7, "0");

/** Another number of 32 bits for each: https://github.com/aappleby/smhasher/wiki/MurmurHash3 (its finalizer can be undone, so no two meet). */
function scattered(number: number): number {
	const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
	const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
	return (twice ^ (twice >>> 16)) >>> 0;
}
