import { createHash } from "node:crypto";

/** Makes the ids that the service invents, as a pure function of a number that never comes twice. */
export interface Ids {
	readonly runId: (sequence: number) => string;
}

/** Ids that are the same for the same seed; run ids look like the service's: 46 characters of base64. */
export const seededIds = (seed: string): Ids => ({
	runId: (sequence) => `22${createHash("sha256").update(`${seed}\n${sequence}`).digest("base64")}`,
});
