import { createHash } from "node:crypto";
import type { Clause } from "../../specs/clause.ts";
import type { Json } from "../../specs/wire/json.ts";
import { checkRequest } from "./check-members.ts";
import { type ExpandedCase, expandCases } from "./expand-cases.ts";
import { fillFixture, membersOf, registrationShape } from "./fill.ts";
import { entryOf, type Located, readYaml } from "./located.ts";
import { knownClause } from "./parse-expectations.ts";
import { declaredChecks, parseSteps, serviceSeconds } from "./parse-steps.ts";
import { InputError } from "./problem.ts";
import { createReader, type Reader } from "./reader.ts";
import { referencesIn } from "./references.ts";
import { allSteps, type Fixture, type Scenario, type Step } from "./scenario.ts";
import { createScope, type FixtureNames, type Scope } from "./scope.ts";

/** What scenarios are checked against beside the contract. */
export interface Vocabulary {
	readonly clauses: ReadonlyMap<string, Clause>;
	readonly features: readonly string[];
}

const topLevelKeys = ["clauses", "about", "level", "needs", "given", "cases", "steps"];
const fixtureKinds = ["domains", "workflowTypes", "activityTypes"] as const;
const standardFixtures = { domains: "main", workflowTypes: "workflow", activityTypes: "activity" } as const;

/**
 * Reads a scenario file: one case, or one for each row of its table.
 *
 * @param id path of the file below the suites, without `.yaml`
 * @param file how messages name the file
 * @throws InputError with everything that is wrong with it
 */
export function parseScenario(text: string, id: string, file: string, vocabulary: Vocabulary): readonly Scenario[] {
	const root = readYaml(text, file);
	const reader = createReader(file);
	const digest = createHash("sha256").update(text).digest("hex");
	reader.onlyKeys(root, topLevelKeys, "a scenario");
	const cases = expandCases(root, reader).flatMap(
		(expanded) => parseCase(expanded, { id, file, digest }, reader, vocabulary) ?? [],
	);
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return cases;
}

function parseCase(
	{ root, row, isMade }: ExpandedCase,
	{ id, file, digest }: Pick<Scenario, "id" | "file" | "digest">,
	reader: Reader,
	vocabulary: Vocabulary,
): Scenario | undefined {
	const clauses = parseClauses(root, reader, vocabulary);
	const [first] = clauses;
	const levelNode = entryOf(root, "level")?.value;
	const level = levelNode === undefined ? first?.level : reader.oneOf(levelNode, ["MUST", "SHOULD", "MAY"] as const, "level");
	const names = fixtureNames(root);
	const scope = createScope(reader, names);
	const fixtures = parseFixtures(root, reader, scope, names);
	const stepsNode = entryOf(root, "steps")?.value;
	if (stepsNode === undefined) reader.refuse(root.at, "a scenario has steps: what is done, in order");
	// What follows a missing clause is read all the same, so that an author sees every problem at once.
	const context = { reader, scope, clauses: vocabulary.clauses, clause: first?.id ?? "", level: level ?? "MUST" } as const;
	const steps = stepsNode === undefined ? [] : parseSteps(stepsNode, context);
	if (!isMade) scope.refuseUnused();
	if (first === undefined || level === undefined) return undefined;
	refuseUncited(
		steps,
		clauses.map((clause) => clause.id),
		reader,
	);
	const about = entryOf(root, "about")?.value;
	const aboutText = about === undefined ? undefined : reader.text(about, "about");
	return {
		id: row === undefined ? id : `${id}:${row}`,
		file,
		digest,
		...(aboutText === undefined ? {} : { about: aboutText }),
		clauses: [first.id, ...clauses.slice(1).map((clause) => clause.id)],
		level,
		needs: parseNeeds(root, reader, vocabulary.features),
		fixtures: usedFixtures(fixtures, steps),
		steps,
		serviceSeconds: serviceSeconds(steps),
		declaredChecks: declaredChecks(steps),
	};
}

function parseClauses(root: Located, reader: Reader, { clauses }: Vocabulary): readonly Clause[] {
	const node = entryOf(root, "clauses")?.value;
	const items = node === undefined ? [] : reader.items(node, "clauses");
	if (items.length === 0)
		reader.refuse(node?.at ?? root.at, "a scenario cites at least one clause, clauses: [subject/statement]");
	return items.flatMap((item) => knownClause(item, reader, clauses) ?? []);
}

/** A clause that an expectation rests on is among those that the scenario says it is about. */
function refuseUncited(steps: readonly Step[], cited: readonly string[], reader: Reader): void {
	for (const { expectations } of allSteps(steps)) {
		for (const { clause, at } of expectations) {
			if (!cited.includes(clause)) reader.refuse(at, `the expectation rests on ${clause}; add it to clauses`);
		}
	}
}

function parseNeeds(root: Located, reader: Reader, features: readonly string[]): readonly string[] {
	const node = entryOf(root, "needs")?.value;
	return node === undefined ? [] : reader.items(node, "needs").flatMap((item) => reader.oneOf(item, features, "a feature") ?? []);
}

const givenOf = (root: Located, kind: Fixture["kind"]): Located | undefined => {
	const given = entryOf(root, "given")?.value;
	return given === undefined ? undefined : entryOf(given, kind)?.value;
};

function fixtureNames(root: Located): FixtureNames {
	const namesOf = (kind: Fixture["kind"]) => {
		const node = givenOf(root, kind);
		return [...new Set([standardFixtures[kind], ...(node?.kind === "map" ? node.entries.map(({ key }) => key) : [])])];
	};
	return { domains: namesOf("domains"), workflowTypes: namesOf("workflowTypes"), activityTypes: namesOf("activityTypes") };
}

function parseFixtures(root: Located, reader: Reader, scope: Scope, names: FixtureNames): readonly Fixture[] {
	const given = entryOf(root, "given")?.value;
	if (given !== undefined) reader.onlyKeys(given, fixtureKinds, "given");
	return fixtureKinds.flatMap((kind) =>
		names[kind].map((name) => {
			const node = givenOf(root, kind);
			const members = node === undefined ? undefined : entryOf(node, name)?.value;
			if (members === undefined) return fillFixture(kind, name, {});
			scope.use(members);
			checkRequest(reader, members, registrationShape(kind), `given.${kind}.${name}`);
			const fixed = kind === "domains" ? entryOf(members, "name") : (entryOf(members, "name") ?? undefined);
			if (fixed !== undefined) reader.refuse(fixed.keyAt, "the name of a fixture is made unique for each case; leave it out");
			return fillFixture(kind, name, membersOf(members));
		}),
	);
}

const refersTo = (templates: readonly Json[]) => {
	const references = templates.flatMap(referencesIn);
	return ({ kind, name }: Fixture) => references.some((reference) => reference.name === kind && reference.path[0] === name);
};

/** Every template of a step, its own strings included, whatever the action. */
const templatesOf = (step: Step): Json => JSON.parse(JSON.stringify(step)) as Json;

/** Those that steps mention, and those that the registration of these needs: domains come first. */
function usedFixtures(fixtures: readonly Fixture[], steps: readonly Step[]): readonly Fixture[] {
	const direct = fixtures.filter(refersTo(steps.map(templatesOf)));
	const needed = refersTo(direct.map(({ members }) => members));
	return fixtures.filter((fixture) => direct.includes(fixture) || needed(fixture));
}
