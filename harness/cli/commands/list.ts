import { Option } from "commander";
import type { DefineCommand } from "./define-command.ts";

export const defineList: DefineCommand = (program, { done, terminal }) => {
	program
		.command("list")
		.description("tell which cases there are")
		.argument("[pattern...]", "globs over case ids")
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (patterns: string[], flags: { format: "text" | "json" }) => {
			const { listCommand } = await import("../list-command.ts");
			done(await listCommand(patterns, flags.format, terminal));
		});
};
