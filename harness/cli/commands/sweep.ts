import type { SweepFlags } from "../sweep-command.ts";
import type { DefineCommand } from "./define-command.ts";

export const defineSweep: DefineCommand = (program, { done, terminal, stoppable, environment }) => {
	program
		.command("sweep")
		.description("clear what a run left behind at its target, and nothing but what its ledger lists")
		.argument("<ledger>", "ledger.ndjson, beside the reports of the run")
		.option("--target <target>", "where the run was played, if the ledger's word for it does not lead there any more")
		.option("--config <file>", "names targets, as for run")
		.option("--dry-run", "tell what may be left, and ask nobody", false)
		.action(async (file: string, flags: SweepFlags) => {
			const { sweepCommand } = await import("../sweep-command.ts");
			done(await sweepCommand(file, flags, terminal, stoppable(), environment));
		});
};
