import type { DefineCommand } from "./define-command.ts";

export const defineTargets: DefineCommand = (program, { done, terminal }) => {
	program
		.command("targets")
		.description("tell which emulators --target knows by name, and what each is started with")
		.action(async () => {
			const { targetsCommand } = await import("../targets-command.ts");
			done(targetsCommand(terminal));
		});
};
