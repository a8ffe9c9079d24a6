import type { Profile } from "../../reports/profiles/profile.ts";
import { findProfiles, ProfileError } from "../profiles/profiles.ts";
import type { Corpus } from "../scenario/corpus.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { packageRoot } from "./corpus.ts";
import { UsageError } from "./terminal.ts";

/**
 * The profiles that somebody named on the command line.
 *
 * @throws {UsageError} for a name or a version that there is not
 */
export const readProfiles = (names: readonly string[], { scenarios }: Corpus): Promise<readonly Profile[]> =>
	findProfiles(names, packageRoot, scenarios).catch((error: unknown) => {
		throw error instanceof ProfileError ? new UsageError(error.message) : error;
	});

/** The cases that at least one of the profiles requires; all without profiles. Throws a UsageError where none is left. */
export function withinProfiles(selected: readonly Scenario[], profiles: readonly Profile[]): readonly Scenario[] {
	if (profiles.length === 0) return selected;
	const within = selected.filter(({ id }) => profiles.some(({ required }) => required.has(id)));
	if (within.length === 0)
		throw new UsageError(
			`--profile ${profiles.map(({ name }) => name).join(", ")}: none of the cases that were asked for belongs to it`,
		);
	return within;
}
