import type { ExpectationsFlags } from "../expectations-command.ts";
import { targetVersionHelp } from "../target-flags.ts";
import type { DefineCommand } from "./define-command.ts";

export const defineExpectations: DefineCommand = (program, { done, terminal }) => {
	program
		.command("expectations")
		.description("look after a file of what is known to fail")
		.command("update")
		.description("take away or narrow what passes by now, and add new failures, whose reasons are then to be written")
		.argument("<file>", "the expectations file, of which all else stays as it is")
		.requiredOption("--report <file...>", "report.json of runs on its target; what fails in one of them fails")
		.option("--target-version <version>", targetVersionHelp)
		.option("--dry-run", "tell the changes and make none")
		.action(async (file: string, flags: ExpectationsFlags) => {
			const { updateExpectations } = await import("../expectations-command.ts");
			done(await updateExpectations(file, flags, terminal));
		});
};
