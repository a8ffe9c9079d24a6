import type { RunFlags } from "../run-command.ts";
import { addTargetOptions } from "../target-flags.ts";
import type { DefineCommand } from "./define-command.ts";
import { addReportOptions, notNegative, positive, shard } from "./flags.ts";

export const defineRun: DefineCommand = (program, { done, terminal, interruptible, environment, command }) => {
	addReportOptions(
		addTargetOptions(
			program
				.command("run")
				.description("play scenarios against a target and report")
				.argument("[pattern...]", "globs over case ids, as 'termination/**'; all without them"),
		)
			.option("--client <client>", "sdk, sdk:PATH, exec:COMMAND or wire; sdk without it")
			.option("--concurrency <n>", "cases played at once", positive("a whole number, 1 or more", true))
			.option("--max-wait <seconds>", "skip cases that let more service time pass on a wall clock", notNegative)
			.option("--patience <factor>", "multiply every time that scenarios are ready to wait", positive("a number above 0", false))
			.option(
				"--deadline <seconds>",
				"how long an answer may take; 10 without it",
				positive("a number of seconds above 0", false),
			)
			.option("--give-up <seconds>", "how long to look for a target that stopped answering; 30 without it", notNegative)
			.option("--max-run <seconds>", "end the run after so long; 3600 without it", positive("a number of seconds above 0", false))
			.option("--shard <n/m>", "play the n-th of m parts of the cases; merge joins their reports", shard)
			.option("--durations <report>", "split by how long cases took there, for --shard")
			.option("--accept-cost <usd>", "what a run on aws:REGION may cost; it stops there", positive("an amount above 0", false))
			.option("--dry-run", "tell what a run on aws:REGION would do and cost, and send nothing")
			.option("--domain <name>", "a registered domain for a run on aws:REGION to play in; without it one is registered")
			.option("--own-domains", "let a run on aws:REGION register more domains, for the cases that are about them"),
	).action(async (patterns: string[], flags: RunFlags) => {
		const { runCommand } = await import("../run-command.ts");
		done(await runCommand(patterns, flags, terminal, interruptible(), environment, { command }));
	});
};
