import { UsageError } from "../cli/terminal.ts";
import { didYouMean } from "../scenario/problem.ts";

/** Inputs of the Action that are flags of `run` with one value, by the names that both have. */
const single = [
	...["target", "client", "expectations", "config", "target-version", "concurrency", "max-wait", "patience", "deadline"],
	...["give-up", "max-run", "accept-cost", "shard"],
] as const;

/** What fails the step, once cases were played. */
const reasons = ["anything", "regressions", "nothing"] as const;
export type FailOn = (typeof reasons)[number];

/** What the Action is to do. */
export interface Wanted {
	/** The arguments of the command line. */
	readonly args: readonly string[];
	/** The folder for what is written. */
	readonly folder: string;
	/** A report to compare with. */
	readonly baseline?: string;
	readonly failOn: FailOn;
}

/** Formats that the Action itself reads or prints. */
const always = ["json", "markdown", "annotations"];

/**
 * Reads the inputs, `INPUT_` and the name in capitals each, from the environment and never from a shell's words: whatever stands in them is
 * a value. An empty one was not given; `cases`, `profile` and `reports` have one value a line. Throws a UsageError for a `fail-on` that there is not.
 */
export function readInputs(environment: NodeJS.ProcessEnv): Wanted {
	const input = (name: string) => environment[`INPUT_${name.toUpperCase().replaceAll("-", "_")}`] ?? "";
	const lines = (name: string) =>
		input(name)
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
	const folder = input("report-folder");
	const baseline = input("baseline");
	const failOn = failOnOf(input("fail-on"));
	if (failOn === "regressions" && baseline === "") throw new UsageError("fail-on: regressions needs a baseline to compare with");
	const reports = [...new Set([...always, ...lines("reports")])];
	return {
		args: [
			"run",
			...single.flatMap((name) => (input(name) === "" ? [] : [`--${name}=${input(name)}`])),
			...lines("profile").map((name) => `--profile=${name}`),
			...reports.map((report) => `--report=${report}`),
			...[`--out=${folder}`, "--", ...lines("cases")],
		],
		...{ folder, failOn },
		...(baseline === "" ? {} : { baseline }),
	};
}

function failOnOf(text: string): FailOn {
	const found = reasons.find((reason) => reason === text);
	if (found === undefined) throw new UsageError(`fail-on: expected ${reasons.join(", ")}.${didYouMean(text, reasons)}`);
	return found;
}
