import { Option } from "commander";
import type { SdkGateFlags } from "../sdk-gate-command.ts";
import type { DefineCommand } from "./define-command.ts";

export const defineSdkGate: DefineCommand = (program, { done, terminal, interruptible }) => {
	program
		.command("sdk-gate")
		.description("compare two builds of @aws-sdk/client-swf: what they send, how they retry, how they read answers and faults")
		.requiredOption("--baseline <path>", "the build in use: its package folder, or a folder with (or being) node_modules")
		.requiredOption("--candidate <path>", "the build to go over to")
		.option("--accepted <file>", "breaking differences that are known and accepted, and why")
		.addOption(new Option("--format <format>", "how the report is written").choices(["text", "json", "markdown"]).default("text"))
		.option("--out <file>", "write the report here instead of to standard output")
		.option("--cases <pattern...>", "globs over the cases of the suites that are played with both; all without them")
		.option("--no-suites", "compare on the wire only")
		.action(async (flags: SdkGateFlags) => {
			const { sdkGateCommand } = await import("../sdk-gate-command.ts");
			done(await sdkGateCommand(flags, { terminal, interrupt: interruptible() }));
		});
};
