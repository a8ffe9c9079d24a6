import { Option } from "commander";
import type { DoctorFlags } from "../doctor-command.ts";
import { addTargetOptions } from "../target-flags.ts";
import type { DefineCommand } from "./define-command.ts";

export const defineDoctor: DefineCommand = (program, { done, terminal, stoppable, environment }) => {
	addTargetOptions(
		program
			.command("doctor")
			.description("tell what may be in the way of a run at a target, without changing anything there")
			.argument("[pattern...]", "globs over the ids of the cases that are to be played; all without them"),
	)
		.option("--domain <name>", "a registered domain to play in, as for run")
		.option("--policy", "print the least IAM policy that the cases need, and ask nobody", false)
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (patterns: string[], flags: DoctorFlags) => {
			const { doctorCommand } = await import("../doctor-command.ts");
			done(await doctorCommand(patterns, flags, terminal, stoppable(), environment));
		});
};
