import { Option } from "commander";
import type { ComparisonFormat } from "../../../reports/compare/comparison-renderers.ts";
import type { DefineCommand } from "./define-command.ts";

export const defineCompare: DefineCommand = (program, { done, terminal }) => {
	program
		.command("compare")
		.description("tell what changed from one report to another; ends with 1 on a regression only")
		.argument("<base>", "report.json of the run that things worked in")
		.argument("<head>", "report.json of the run that is in question")
		.addOption(new Option("--format <format>", "text, markdown or json").choices(["text", "markdown", "json"]).default("text"))
		.action(async (base: string, head: string, { format }: { format: ComparisonFormat }) => {
			const { compareCommand } = await import("../compare-command.ts");
			done(await compareCommand(base, head, format, terminal));
		});
};
