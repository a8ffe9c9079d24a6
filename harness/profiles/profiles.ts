import type { Profile } from "../../reports/profiles/profile.ts";
import { didYouMean } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Catalog, type Freeze, latestVersion, readCatalog, readFreeze } from "./catalog.ts";
import { belonging, definitionOf, type Member, membersIn, membersOf } from "./members.ts";

/** A profile that nobody can find; the message says what there is. */
export class ProfileError extends Error {}

/**
 * The profiles that somebody names, each as `NAME` for what it is now or `NAME@VERSION` for what it was when that version was frozen.
 *
 * @throws {ProfileError} for a name or a version that there is not
 */
export async function findProfiles(
	names: readonly string[],
	root: string,
	scenarios: readonly Scenario[],
): Promise<readonly Profile[]> {
	if (names.length === 0) return [];
	const catalog = await readCatalog(root);
	const members = membersIn(scenarios);
	return Promise.all([...new Set(names)].map((name) => findProfile(name, root, catalog, members)));
}

async function findProfile(asked: string, root: string, catalog: Catalog, members: readonly Member[]): Promise<Profile> {
	const [name = "", version, ...more] = asked.split("@");
	if (version === undefined) return profileAsItIs(name, catalog, members);
	if (more.length > 0 || !Object.hasOwn(catalog.versions, version))
		throw new ProfileError(
			`--profile ${asked}: there is no version ${version}; expected a number from 1 to ${latestVersion(catalog)}, or ${name} alone for what it is now`,
		);
	return frozenProfile(name, await readFreeze(root, version), catalog, members);
}

function profileAsItIs(name: string, catalog: Catalog, members: readonly Member[]): Profile {
	const definition = definitionOf(name, catalog, members);
	if (definition === undefined) throw new ProfileError(unknown(name, catalog, members));
	const required = new Set(belonging(definition, members).map(({ id }) => id));
	return { ...{ name, level: definition.level, required }, ...{ addedAfter: [], removed: [], rewritten: [] } };
}

/** What a profile was, in the cases that the suites have now. */
export function frozenProfile(
	name: string,
	freeze: Freeze,
	{ renamed }: Pick<Catalog, "renamed">,
	members: readonly Member[],
): Profile {
	const frozen = membersOf(freeze);
	const asked = `${name}@${freeze.version}`;
	const definition = definitionOf(name, freeze, frozen);
	if (definition === undefined) throw new ProfileError(unknown(asked, freeze, frozen));
	const now = new Map(members.map((member) => [member.id, member]));
	const named = belonging(definition, frozen).map((member) => ({ ...member, called: renamed[member.id] ?? member.id }));
	const there = named.filter(({ called }) => now.has(called));
	const known = new Set(frozen.map(({ id }) => renamed[id] ?? id));
	return {
		...{ name: asked, level: definition.level, required: new Set(there.map(({ called }) => called)) },
		addedAfter: belonging(definition, members)
			.map(({ id }) => id)
			.filter((id) => !known.has(id)),
		removed: named.filter(({ called }) => !now.has(called)).map(({ id }) => id),
		rewritten: there.filter(({ called, digest }) => now.get(called)?.digest !== digest).map(({ called }) => called),
	};
}

const unknown = (asked: string, { profiles }: Pick<Catalog, "profiles">, members: readonly Member[]): string => {
	const names = [...Object.keys(profiles), ...new Set(members.map(({ id }) => id.split("/", 1)[0] ?? id))];
	return `--profile ${asked}: expected ${Object.keys(profiles).join(", ")} or the name of a suite.${didYouMean(asked, names)}`;
};
