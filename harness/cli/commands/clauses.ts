import { Option } from "commander";
import type { ClausesFlags } from "../clauses-command.ts";
import type { DefineCommand } from "./define-command.ts";

export const defineClauses: DefineCommand = (program, { done, terminal }) => {
	program
		.command("clauses")
		.description("tell what the contract says, on which authority, and what tests it")
		.option("--area <area>", "only this area, as termination")
		.option("--uncovered", "only what nothing tests, with the reason", false)
		.option("--unreached <report>", "only what no case of this run came to; ends with 1 if there is any")
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (flags: ClausesFlags) => {
			const { clausesCommand } = await import("../clauses-command.ts");
			done(await clausesCommand(flags, terminal));
		});
};
