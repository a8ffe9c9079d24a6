import { addTargetOptions } from "../target-flags.ts";
import type { WatchFlags } from "../watch-command.ts";
import type { DefineCommand } from "./define-command.ts";
import { notNegative, positive } from "./flags.ts";

export const defineWatch: DefineCommand = (program, { done, terminal, stoppable, environment }) => {
	addTargetOptions(
		program
			.command("watch")
			.description("play scenarios, and again what a change of a scenario, a clause or the model affects, until Ctrl-C")
			.argument("[pattern...]", "globs over case ids, as 'termination/**'; all without them"),
	)
		.option("--client <client>", "sdk, sdk:PATH, exec:COMMAND or wire; sdk without it")
		.option("--expectations <file>", "what is known to fail on the target, and why; watched too")
		.option("--concurrency <n>", "cases played at once", positive("a whole number, 1 or more", true))
		.option("--max-wait <seconds>", "skip cases that let more service time pass on a wall clock", notNegative)
		.option("--patience <factor>", "multiply every time that scenarios are ready to wait", positive("a number above 0", false))
		.option("--deadline <seconds>", "how long an answer may take; 10 without it", positive("a number of seconds above 0", false))
		.action(async (patterns: string[], flags: WatchFlags) => {
			const { watchCommand } = await import("../watch-command.ts");
			done(await watchCommand(patterns, flags, terminal, stoppable(), environment));
		});
};
