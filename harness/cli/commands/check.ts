import { Option } from "commander";
import type { DefineCommand } from "./define-command.ts";

export const defineCheck: DefineCommand = (program, { done, terminal }) => {
	program
		.command("check")
		.description("hold recorded histories and exchanges against the contract and the laws of histories")
		.argument("<file...>", "JSON of a history, of its pages or events, or lines of {operation, request, status, headers, body}")
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (files: string[], { format }: { format: "text" | "json" }) => {
			const { checkCommand } = await import("../check-command.ts");
			done(await checkCommand(files, format, terminal));
		});
};
