import { Option } from "commander";
import type { ReproduceFlags } from "../reproduce-command.ts";
import type { DefineCommand } from "./define-command.ts";

export const defineReproduce: DefineCommand = (program, { done, terminal, interruptible }) => {
	program
		.command("reproduce")
		.description("write out what shows a case without this kit: a script, or an issue for a tracker")
		.argument("<id>", "a case id")
		.addOption(new Option("--as <form>", "what to write").choices(["aws-cli", "curl", "sdk-js", "issue"]).makeOptionMandatory())
		.option("--report <file>", "report.json of the run in which it failed; without it and --evidence, the model is asked")
		.option("--evidence <file>", "evidence.ndjson of that run, which has long requests as a whole")
		.option("--endpoint <url>", "where a script sends to, unless told otherwise; where it was recorded without it")
		.action(async (id: string, flags: ReproduceFlags) => {
			const { reproduceCommand } = await import("../reproduce-command.ts");
			done(await reproduceCommand(id, flags, terminal, interruptible()));
		});
};
