import { Option } from "commander";
import type { MatrixFlags } from "../matrix-command.ts";
import type { DefineCommand } from "./define-command.ts";
import { collect } from "./flags.ts";

export const defineMatrix: DefineCommand = (program, { done, terminal }) => {
	program
		.command("matrix")
		.description("put reports beside one another: each a column, each area a row")
		.argument("[report...]", "reports, or folders that hold some; reports/published without any")
		.addOption(
			new Option("--format <format>", "text, markdown, html or json")
				.choices(["text", "markdown", "html", "json"])
				.default("text"),
		)
		.option("--out <file>", "write it there instead of printing it")
		.option(
			"--profile <name[@version]>",
			"a profile to tell of; repeatable; core, complete and strict as frozen last without it",
			collect,
			[],
		)
		.action(async (reports: string[], flags: MatrixFlags) => {
			const { matrixCommand } = await import("../matrix-command.ts");
			done(await matrixCommand(reports, flags, terminal));
		});
};
