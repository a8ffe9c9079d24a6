import type { DefineCommand } from "./define-command.ts";

export const defineLint: DefineCommand = (program, { done, terminal }) => {
	program
		.command("lint")
		.description("check scenario files; without any named, all of the suites and the ledger of clauses")
		.argument("[file...]", "scenario files")
		.action(async (files: string[]) => {
			const { lintCommand } = await import("../lint-command.ts");
			done(await lintCommand(files, terminal));
		});
};
