import { Option } from "commander";
import type { ServeFlags } from "../serve-command.ts";
import type { DefineCommand } from "./define-command.ts";
import { notNegative, port } from "./flags.ts";

export const defineServe: DefineCommand = (program, { done, terminal, stoppable }) => {
	program
		.command("serve")
		.description("serve the reference model over HTTP; prints one line of JSON with its address when ready")
		.option("--config <file>", "YAML or JSON with any of these settings; flags win over it")
		.option("--port <port>", "0 picks a free one, and is what is used without it", port)
		.option("--host <host>", "address to listen on; 127.0.0.1 without it")
		.option("--region <region>", "region of requests that name none; us-east-1 without it")
		.option("--account <account>", "twelve digits; without it each access key has an account of its own")
		.addOption(
			new Option("--clock <clock>", "wall, or virtual: moved only through /_swf/clock/elapse").choices(["wall", "virtual"]),
		)
		.addOption(new Option("--auth <auth>", "accept any signature, or verify it").choices(["accept", "verify"]))
		.option("--principals <file>", "who may call, with access keys and IAM policies")
		.option("--limits <file>", "limits to lower or switch off, a file or {…}")
		.option("--visibility-lag <seconds>", "how far lists and counts of executions lag behind", notNegative)
		.option("--lambda <file>", "what Lambda functions do, a file or {…}")
		.option("--log", "one line of JSON on standard error for each request")
		.action(async (flags: ServeFlags) => {
			const { serveCommand } = await import("../serve-command.ts");
			done(await serveCommand(flags, terminal, stoppable()));
		});
};
