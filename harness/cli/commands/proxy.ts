import type { ProxyFlags } from "../proxy-command.ts";
import type { DefineCommand } from "./define-command.ts";
import { addOutputOptions, port } from "./flags.ts";

export const defineProxy: DefineCommand = (program, { done, terminal, stoppable, secrets, command }) => {
	addOutputOptions(
		program
			.command("proxy")
			.description(
				"stand between your tests and an endpoint, check what passes and report at the end; prints one line of JSON when ready",
			)
			.requiredOption("--to <url>", "where requests go on to")
			.option("--port <port>", "0 picks a free one, and is what is used without it", port)
			.option("--host <host>", "address to listen on; 127.0.0.1 without it")
			.option("--rewrite-host", "send on the upstream's name as Host; signatures then no longer fit", false),
	).action(async (flags: ProxyFlags) => {
		const { proxyCommand } = await import("../proxy-command.ts");
		done(await proxyCommand(flags, terminal, stoppable(), secrets, command));
	});
};
