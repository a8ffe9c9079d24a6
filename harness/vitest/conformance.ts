import { afterAll, beforeAll, describe, type RunnerTestSuite, type TestContext, test } from "vitest";
import { redactText } from "../../reports/redact.ts";
import { suiteOf } from "../../reports/summarize.ts";
import { loadOwnCorpus, selectOrRefuse } from "../cli/corpus.ts";
import { readProfiles, withinProfiles } from "../cli/read-profiles.ts";
import { unobeyed } from "../cli/unobeyed.ts";
import type { Corpus } from "../scenario/corpus.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type BackgroundRun, beginRun } from "./background-run.ts";
import { type ConformanceOptions, checkOptions, type StartedTarget } from "./options.ts";
import { plainError } from "./plain-error.ts";
import { tellEnding } from "./tell-ending.ts";
import { tellVerdict } from "./tell-verdict.ts";

/** No limit: a run has limits of its own, and a test may wait for many cases before its own. */
const timeout = 0;

/**
 * Defines one test a case, in a `describe` a suite, and one that stands for the run as a whole: it fails for expectations that are not met. All
 * cases whose tests Vitest means to run are played by one run, several at once, while each test waits for its own. `docs/vitest.md` says what a
 * test makes of each verdict.
 *
 * To be called where `describe` can be. Throws for options that are none; what `swf-conformance run` refuses fails the suite.
 */
export function conformance(options: ConformanceOptions = {}): void {
	checkOptions(options);
	const { target = "mock", name = `SWF conformance of ${typeof target === "string" ? target : "a started target"}` } = options;
	const environment = { ...process.env, ...options.environment };
	const print = printer(environment);
	const patterns = [options.cases ?? []].flat();
	const around = describe(name, async () => {
		const corpus = await loadOwnCorpus().catch(plainly(print));
		const selected = await selectedOf(corpus, patterns, options).catch(plainly(print));
		const ids: ReadonlySet<string> = new Set(selected.map(({ id }) => id));
		let started: StartedTarget | undefined;
		let run: BackgroundRun | undefined;
		beforeAll(async () => {
			const wanted = new Set(namesToRun(around.suite).filter((each) => ids.has(each)));
			started = await startedBy(target);
			const err = (text: string) => void process.stderr.write(print(text));
			run = await beginRun(options, { target: started.url, patterns, wanted, corpus, environment, err }).catch(plainly(print));
		}, timeout);
		afterAll(async () => {
			await run?.close();
			await started?.close?.();
		}, timeout);
		for (const [suite, its] of bySuite(selected))
			describe(suite, () => {
				for (const { id } of its) test(id, { timeout }, (context) => testOf(id, context, run, print));
			});
		test("the run as a whole", { timeout }, () => testOfAll(run, print));
	});
}

async function selectedOf(corpus: Corpus, patterns: readonly string[], { profile = [] }: ConformanceOptions) {
	const profiles = await readProfiles([profile].flat(), corpus);
	return withinProfiles(selectOrRefuse(corpus.scenarios, patterns), profiles);
}

async function testOf(id: string, context: TestContext, run: BackgroundRun | undefined, print: Print): Promise<void> {
	const told = await run?.verdictOf(id, context.signal);
	if (told !== undefined) return tellVerdict(told, context, print);
	if (context.signal.aborted) context.skip("skipped: the tests were ended before");
	throw plainError("the run ended before this case was played", "error");
}

async function testOfAll(run: BackgroundRun | undefined, print: Print): Promise<void> {
	const ending = await run?.ended.catch(plainly(print));
	if (ending !== undefined) tellEnding(ending, print);
}

type Print = (text: string) => string;

/** What may be shown of a text that may come from anywhere. */
function printer(environment: NodeJS.ProcessEnv): Print {
	const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, GITHUB_ACTIONS } = environment;
	const secrets = [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN].filter((secret) => secret !== undefined);
	return (text) => {
		const said = secrets.length === 0 ? text : redactText(text, secrets);
		return GITHUB_ACTIONS === undefined ? said : unobeyed(said);
	};
}

const plainly = (print: Print) => (error: unknown) => {
	throw plainError(print(error instanceof Error ? error.message : String(error)));
};

async function startedBy(target: NonNullable<ConformanceOptions["target"]>): Promise<StartedTarget> {
	const started = typeof target === "function" ? await target() : target;
	return typeof started === "string" ? { url: started } : started;
}

/** What Vitest means to run, by its filters, `.only` and `.skip`. */
const namesToRun = (suite: RunnerTestSuite | undefined): readonly string[] =>
	(suite?.tasks ?? []).flatMap((task) => {
		if (task.mode === "skip" || task.mode === "todo") return [];
		return task.type === "suite" ? namesToRun(task) : [task.name];
	});

function bySuite(scenarios: readonly Scenario[]): ReadonlyMap<string, readonly Scenario[]> {
	const suites = new Map<string, Scenario[]>();
	for (const scenario of scenarios) {
		const suite = suites.get(suiteOf(scenario));
		if (suite === undefined) suites.set(suiteOf(scenario), [scenario]);
		else suite.push(scenario);
	}
	return suites;
}
