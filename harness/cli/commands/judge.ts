import type { JudgeFlags } from "../judge-command.ts";
import { targetVersionHelp } from "../target-flags.ts";
import type { DefineCommand } from "./define-command.ts";
import { addReportOptions } from "./flags.ts";

export const defineJudge: DefineCommand = (program, { done, terminal }) => {
	addReportOptions(
		program
			.command("judge")
			.description("judge recorded evidence again, without its target")
			.argument("<evidence>", "evidence.ndjson of a run")
			.option("--target-version <version>", targetVersionHelp)
			.option("--partial", "of evidence that was cut off, judge what there is", false),
	).action(async (file: string, flags: JudgeFlags) => {
		const { judgeCommand } = await import("../judge-command.ts");
		done(await judgeCommand(file, flags, terminal));
	});
};
