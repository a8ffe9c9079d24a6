import type { ProfileOutcome } from "../report.ts";

/** A profile as far as the suites of this kit have its cases. */
export interface Profile extends Pick<ProfileOutcome, "name" | "level" | "addedAfter" | "removed" | "rewritten"> {
	/** Ids. */
	readonly required: ReadonlySet<string>;
}
