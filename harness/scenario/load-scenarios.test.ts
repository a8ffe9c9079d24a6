import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadScenarios, loadVocabulary, scenarioFiles } from "./load-scenarios.ts";
import { InputError } from "./problem.ts";

const clause = "standing: documented\n  source: somewhere\n  text: so it is\n";
const right = "clauses: [area/claim]\nsteps:\n  - StartWorkflowExecution: {}\n";

let root: string;
const put = async (path: string, text: string): Promise<string> => {
	const file = join(root, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, text);
	return file;
};

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "corpus-"));
	await put("specs/features.yaml", "timers: they fire\n");
	await put("specs/clauses/area.yaml", `claim:\n  ${clause}`);
});
afterEach(() => rm(root, { recursive: true }));

const load = async (files?: readonly string[]) => {
	return loadScenarios(files ?? (await scenarioFiles(root)), root, await loadVocabulary(root));
};
const problemsOf = async (loading: Promise<unknown>): Promise<readonly string[]> => {
	const error: unknown = await loading.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return error instanceof InputError ? error.message.replaceAll(`${root}/`, "").split("\n") : [String(error)];
};

describe("a corpus", () => {
	test("has ids after its folders and is read in their order, expectations files left out", async () => {
		await put("suites/b/second.yaml", right);
		await put("suites/a/first.yaml", right);
		await put("suites/known/emulator.yaml", "failures: []\n");
		expect((await load()).map(({ id }) => id)).toEqual(["a/first", "b/second"]);
	});

	test("is refused for all that is wrong with all of its files", async () => {
		await put("suites/a/one.yaml", "clauses: [area/clam]\nsteps: []\n");
		await put("suites/a/two.yaml", "{");
		const problems = await problemsOf(load());
		expect(problems).toHaveLength(2);
		expect(problems.find((line) => line.startsWith("suites/a/one.yaml:1:11: "))).toContain("Did you mean area/claim?");
		expect(problems.some((line) => line.startsWith("suites/a/two.yaml:"))).toBe(true);
	});

	test("is refused for an id that is taken", async () => {
		const file = await put("suites/a/one.yaml", right);
		expect(await problemsOf(load([file, file]))).toEqual([
			"suites/a/one.yaml:1:1: the id a/one is taken by suites/a/one.yaml; rename the file or the row",
		]);
	});

	test("names a file that cannot be read", async () => {
		expect(await problemsOf(load([join(root, "none.yaml")]))).toEqual([
			"none.yaml:1:1: cannot be read (ENOENT); name a scenario file",
		]);
	});
});

describe("clauses", () => {
	test("have the level of their standing, or their own", async () => {
		await put(
			"specs/clauses/more.yaml",
			`seen:\n  standing: observed\n  source: [a, b]\n  text: x\nraised:\n  level: MUST\n  ${clause.replace("documented", "inferred")}`,
		);
		const { clauses } = await loadVocabulary(root);
		expect([...clauses.values()].map(({ id, level }) => `${id} ${level}`)).toEqual([
			"area/claim MUST",
			"more/seen SHOULD",
			"more/raised MUST",
		]);
	});

	test.each([
		[
			"a standing that there is not",
			"a:\n  standing: observd\n  source: s\n  text: t\n",
			'specs/clauses/bad.yaml:2:13: standing is one of documented, modelled, observed, inferred, not "observd". Did you mean observed?',
		],
		["no source", "a:\n  standing: observed\n  text: t\n", "specs/clauses/bad.yaml:2:3: the clause bad/a has no source"],
		[
			"an unknown key",
			"a:\n  standing: observed\n  source: s\n  text: t\n  levels: MUST\n",
			'specs/clauses/bad.yaml:5:3: a clause has no key "levels"; expected text, source, standing, level, contested, untested. Did you mean level?',
		],
		[
			"a name that is no part of an id",
			`A b:\n  ${clause}`,
			'specs/clauses/bad.yaml:1:1: "A b" is no name of a clause; use lower case, digits and -',
		],
	])("with %s are refused where it stands", async (_, text, problem) => {
		await put("specs/clauses/bad.yaml", text);
		expect(await problemsOf(loadVocabulary(root))).toContain(problem);
	});
});
