import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import type { Clause } from "../../specs/clause.ts";
import { loadCorpus } from "../scenario/corpus.ts";
import { parseClauses } from "../scenario/load-clauses.ts";
import { featuresFile, loadScenarios, loadVocabulary, scenarioFiles } from "../scenario/load-scenarios.ts";
import type { Vocabulary } from "../scenario/parse.ts";
import { InputError, type Problem } from "../scenario/problem.ts";
import { allSteps, type Scenario } from "../scenario/scenario.ts";

/** A corpus that is brought up to date file by file. */
export interface WatchedCorpus {
	/** The cases of all files that can be read. */
	scenarios(): readonly Scenario[];
	vocabulary(): Vocabulary;
	/** What is wrong with files at the moment. */
	problems(): readonly Problem[];
	/** Takes in files that changed, came or went; the ids of the cases that this may have changed. */
	take(paths: readonly string[]): Promise<ReadonlySet<string>>;
}

const corpusFolders = (root: string) => [join(root, "suites"), join(root, "specs", "clauses")] as const;

/** Where a corpus is read from. */
export const corpusTrees: (root: string) => readonly string[] = corpusFolders;

/** Whether a file is one of scenarios or clauses. */
export const isOfCorpus = (path: string, root: string): boolean =>
	path.endsWith(".yaml") &&
	corpusFolders(root).some((folder) => path.startsWith(folder + sep)) &&
	!path.startsWith(join(root, "suites", "known") + sep);

/** What a scenario file came to. */
interface Read {
	readonly scenarios: readonly Scenario[];
	readonly problems: readonly Problem[];
}

/** Reads the corpus under a folder, as `loadCorpus` does, but goes without scenarios that are wrong. Throws an InputError for a ledger that is. */
export async function openWatchedCorpus(root: string, built: string): Promise<WatchedCorpus> {
	const [suites, ledger] = corpusFolders(root);
	let { vocabulary, files } = await firstReading(root, built);
	const wrong = new Map<string, readonly Problem[]>();

	/** The ids of the clauses that a file of them changed. */
	async function takeClauses(path: string): Promise<readonly string[]> {
		const subject = basename(path, ".yaml");
		const all = [...vocabulary.clauses.values()];
		const isOfFile = ({ id }: Clause) => id.startsWith(`${subject}/`);
		const clauses = await attempt(path, async () =>
			existsSync(path) ? parseClauses(await readFile(path, "utf8"), subject, relative(root, path)) : [],
		);
		if (clauses === undefined) return [];
		const next = new Map([...all.filter((clause) => !isOfFile(clause)), ...clauses].map((clause) => [clause.id, clause]));
		const ids = new Set([...all.filter(isOfFile), ...clauses].map(({ id }) => id));
		const changed = [...ids].filter((id) => isOther(vocabulary.clauses.get(id), next.get(id)));
		vocabulary = { ...vocabulary, clauses: next };
		return changed;
	}

	async function attempt<Value>(path: string, read: () => Promise<Value>): Promise<Value | undefined> {
		try {
			const value = await read();
			wrong.delete(path);
			return value;
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			wrong.set(path, error.problems);
			return undefined;
		}
	}

	return {
		scenarios: () => [...files.values()].flatMap(({ scenarios }) => scenarios),
		vocabulary: () => vocabulary,
		problems: () => [...[...wrong.values()].flat(), ...[...files.values()].flatMap(({ problems }) => problems)],
		async take(paths) {
			const stale = new Set(paths.filter((path) => isOfCorpus(path, root) && path.startsWith(suites)));
			const clauses = new Set<string>();
			for (const path of paths.filter((each) => isOfCorpus(each, root) && each.startsWith(ledger)))
				for (const id of await takeClauses(path)) clauses.add(id);
			const features = paths.includes(featuresFile(root))
				? await attempt(featuresFile(root), () => loadVocabulary(root))
				: undefined;
			if (features !== undefined) vocabulary = features;
			const isAbout = ({ scenarios, problems }: Read) =>
				problems.length > 0 ||
				scenarios.some((one) => (features !== undefined && one.needs.length > 0) || clausesOf(one).some((id) => clauses.has(id)));
			if (clauses.size > 0 || features !== undefined) for (const [path, read] of files) if (isAbout(read)) stale.add(path);
			const fresh = await Promise.all([...stale].map(async (path) => [path, await readIf(path, root, vocabulary)] as const));
			files = new Map(files);
			for (const [path, read] of fresh) {
				if (read === undefined) files.delete(path);
				else files.set(path, read);
			}
			return new Set(fresh.flatMap(([, read]) => read?.scenarios.map(({ id }) => id) ?? []));
		},
	};
}

async function firstReading(root: string, built: string) {
	try {
		const { vocabulary, scenarios } = await loadCorpus(root, built);
		const files = new Map<string, Read>();
		for (const scenario of scenarios) {
			const file = resolve(scenario.file);
			files.set(file, { scenarios: [...(files.get(file)?.scenarios ?? []), scenario], problems: [] });
		}
		return { vocabulary, files };
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const [vocabulary, paths] = await Promise.all([loadVocabulary(root), scenarioFiles(root)]);
		const read = await Promise.all(paths.map(async (path) => [path, await readOne(path, root, vocabulary)] as const));
		return { vocabulary, files: new Map(read) };
	}
}

const readIf = async (path: string, root: string, vocabulary: Vocabulary): Promise<Read | undefined> =>
	existsSync(path) ? readOne(path, root, vocabulary) : undefined;

async function readOne(path: string, root: string, vocabulary: Vocabulary): Promise<Read> {
	try {
		return { scenarios: await loadScenarios([path], root, vocabulary), problems: [] };
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return { scenarios: [], problems: error.problems };
	}
}

/** All clauses on which what a case expects stands. */
const clausesOf = ({ clauses, steps }: Scenario): readonly string[] => [
	...clauses,
	...allSteps(steps).flatMap(({ expectations }) => expectations.map(({ clause }) => clause)),
];

/** Whether a clause says something else, wherever it stands in its file. */
const isOther = (one: Clause | undefined, other: Clause | undefined): boolean => saying(one) !== saying(other);

const saying = (clause: Clause | undefined): string => JSON.stringify(clause === undefined ? null : { ...clause, line: 0 });
