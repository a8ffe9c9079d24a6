import { serveModel } from "../mocks/serve.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

/** `swf-conformance serve`: the reference model behind a port, until a signal ends it. */
export async function serveCommand(
	flags: { port: number; host: string; clock: "wall" | "virtual" },
	terminal: Terminal,
	interrupt: AbortSignal,
): Promise<ExitCode> {
	const server = await serveModel(flags);
	terminal.out(`${JSON.stringify({ url: server.url })}\n`);
	await new Promise<void>((stop) => interrupt.addEventListener("abort", () => stop(), { once: true }));
	await server.close();
	return exitCodes.fine;
}
