import type { MergeFlags } from "../merge-command.ts";
import type { DefineCommand } from "./define-command.ts";
import { addOutputOptions } from "./flags.ts";

export const defineMerge: DefineCommand = (program, { done, terminal }) => {
	addOutputOptions(
		program
			.command("merge")
			.description("join the reports of run --shard to the one that a run of all cases would have written")
			.argument("<report...>", "report.ndjson or report.json of each shard"),
	)
		.option("--expectations <file>", "where the expectations file of the shards is; where it was without it")
		.option("--partial", "join what there is, also where shards are missing or were cut off", false)
		.action(async (files: string[], flags: MergeFlags) => {
			const { mergeCommand } = await import("../merge-command.ts");
			done(await mergeCommand(files, flags, terminal));
		});
};
