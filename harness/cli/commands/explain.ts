import type { DefineCommand } from "./define-command.ts";

export const defineExplain: DefineCommand = (program, { done, terminal }) => {
	program
		.command("explain")
		.description("tell what a case claims, on what it rests and what would be sent")
		.argument("<id>", "a case id or a glob")
		.action(async (id: string) => {
			const { explainCommand } = await import("../explain-command.ts");
			done(await explainCommand(id, terminal));
		});
};
