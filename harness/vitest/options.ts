import { didYouMean } from "../scenario/problem.ts";

/** A server that was started for the tests. */
export interface StartedTarget {
	/** Where it speaks SWF, as `http://127.0.0.1:4566`. */
	readonly url: string;
	/** Called once when all tests are over; what it returns is waited for. */
	readonly close?: () => unknown;
}

/** What to play, where, and what is known to fail. All of it means what the flag of that name means to `swf-conformance run`. */
export interface ConformanceOptions {
	/**
	 * What `--target` takes: `mock` (without it), an address, `image:NAME:TAG`, a name from the configuration …; or a function that starts
	 * one and returns its address, called before the first test and not at all where none is to run.
	 */
	readonly target?: string | (() => string | StartedTarget | Promise<string | StartedTarget>);
	/** `sdk` without it. */
	readonly client?: string;
	/** Globs over case ids, one or several; all cases without it. Which of them run is up to Vitest, as by `-t`. */
	readonly cases?: string | readonly string[];
	/** Profiles by name or name and version, as `core@1`, one or several: only the cases that they require. */
	readonly profile?: string | readonly string[];
	/** The expectations file: what is known to fail, and why. */
	readonly expectations?: string;
	/** The configuration that names targets; `swf-conformance.config.yaml` of the working folder without it, if there is one. */
	readonly config?: string;
	/** The target's, for expectations about versions. */
	readonly targetVersion?: string;
	/** How many cases are played at once; as many as the target takes without it. */
	readonly concurrency?: number;
	/** Seconds of service time: cases that let more pass on a wall clock are skipped. */
	readonly maxWait?: number;
	/** Multiplies every time that scenarios are ready to wait. */
	readonly patience?: number;
	/** Seconds that an answer may take; 10 without it. */
	readonly deadline?: number;
	/** Seconds for which a target that stopped answering is looked for; 30 without it. */
	readonly giveUp?: number;
	/** Seconds after which the run ends, and what is left of it is inconclusive; 3600 without it. */
	readonly maxRun?: number;
	/** US dollars that a run on `aws:REGION` may cost. */
	readonly acceptCost?: number;
	/** Added to the environment, where credentials and the region are looked for. */
	readonly environment?: Readonly<Record<string, string>>;
	/** The folder for evidence and reports; without it there are none. */
	readonly out?: string;
	/** `FORMAT` or `FORMAT=FILE`, as `junit=junit.xml`; json, junit, markdown and html without it where there is `out`, and none where there is not. */
	readonly reports?: readonly string[];
	/** The title around the tests; names the target without it. */
	readonly name?: string;
}

const isTextList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string");
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

const kinds = {
	text: { what: "a text", holds: (value: unknown) => typeof value === "string" },
	target: { what: "a text or a function", holds: (value: unknown) => typeof value === "string" || typeof value === "function" },
	texts: { what: "a list of texts", holds: isTextList },
	patterns: { what: "a text or a list of texts", holds: (value: unknown) => typeof value === "string" || isTextList(value) },
	count: {
		what: "a whole number, 1 or more",
		holds: (value: unknown) => Number.isInteger(value) && isNumber(value) && value >= 1,
	},
	positive: { what: "a number above 0", holds: (value: unknown) => isNumber(value) && value > 0 },
	seconds: { what: "a number of seconds, 0 or more", holds: (value: unknown) => isNumber(value) && value >= 0 },
	variables: { what: "texts by name", holds: (value: unknown) => isTextList(Object.values(Object(value))) },
} as const;

const members = {
	...{
		target: "target",
		client: "text",
		cases: "patterns",
		profile: "patterns",
		expectations: "text",
		config: "text",
		targetVersion: "text",
	},
	...{ concurrency: "count", maxWait: "seconds", patience: "positive", deadline: "positive", giveUp: "seconds" },
	...{ maxRun: "positive", acceptCost: "positive", environment: "variables", out: "text", reports: "texts", name: "text" },
} as const satisfies Record<keyof ConformanceOptions, keyof typeof kinds>;

/** Throws an Error that names the option which is none, or is not what it should be: not every test file is checked by a compiler. */
export function checkOptions(options: ConformanceOptions): void {
	const known: Readonly<Record<string, keyof typeof kinds>> = members;
	for (const [name, value] of Object.entries(options)) {
		const kind = Object.hasOwn(known, name) ? known[name] : undefined;
		if (kind === undefined) throw new Error(`conformance: there is no option ${name}.${didYouMean(name, Object.keys(known))}`);
		if (value !== undefined && !kinds[kind].holds(value)) throw new Error(`conformance: ${name}: expected ${kinds[kind].what}`);
	}
}
