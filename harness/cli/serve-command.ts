import { readFile } from "node:fs/promises";
import { parseConfig, type ServeConfig } from "../mocks/config/parse-config.ts";
import { parseSetting, type SettingChanges } from "../mocks/config/parse-settings.ts";
import { serveModel } from "../mocks/serve.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";

/** The flags of `serve`; each of them wins over the same setting of the configuration file. */
export interface ServeFlags extends Pick<ServeConfig, "port" | "host" | "region" | "clock" | "auth" | "log"> {
	readonly config?: string;
	readonly account?: string;
	readonly principals?: string;
	readonly limits?: string;
	readonly visibilityLag?: number;
	readonly lambda?: string;
}

/** `swf-conformance serve`: the reference model behind a port, until a signal ends it. */
export async function serveCommand(flags: ServeFlags, terminal: Terminal, interrupt: AbortSignal): Promise<ExitCode> {
	const { port = 0, host = "127.0.0.1", clock = "wall", log = false, ...settings } = await readServeConfig(flags);
	if (settings.auth === "verify" && !settings.principals?.some(({ secretAccessKey }) => secretAccessKey !== undefined)) {
		throw new UsageError("auth verify needs principals with a secretAccessKey; give them with --principals FILE");
	}
	const logged = log ? { log: (line: object) => terminal.err(`${JSON.stringify(line)}\n`) } : {};
	const server = await serveModel({ ...settings, port, host, clock, ...logged });
	terminal.out(`${JSON.stringify({ url: server.url })}\n`);
	if (!interrupt.aborted) await new Promise<void>((stop) => interrupt.addEventListener("abort", () => stop(), { once: true }));
	await server.close();
	return exitCodes.fine;
}

/** What the configuration file says, with the flags on top of it. */
export async function readServeConfig(flags: ServeFlags): Promise<ServeConfig> {
	const { config: file, account, principals, limits, visibilityLag, lambda, ...plain } = flags;
	const config = file === undefined ? {} : parseConfig(await readFile(file, "utf8"), file);
	const changes: SettingChanges = {
		...(account === undefined ? {} : parseSetting("account", JSON.stringify(account), "--account")),
		...(principals === undefined ? {} : parseSetting("principals", ...(await textOf(principals, "--principals")))),
		...(limits === undefined ? {} : parseSetting("limits", ...(await textOf(limits, "--limits")))),
		...(visibilityLag === undefined ? {} : parseSetting("visibilityLag", String(visibilityLag), "--visibility-lag")),
		...(lambda === undefined ? {} : parseSetting("lambda", ...(await textOf(lambda, "--lambda")))),
	};
	const given = Object.entries({ ...config, ...changes, ...plain }).filter(([, value]) => value !== undefined);
	return Object.fromEntries(given);
}

/** A value that begins with a bracket is the text itself; anything else names a file with it. */
async function textOf(value: string, flag: string): Promise<readonly [text: string, file: string]> {
	return /^\s*[[{]/.test(value) ? [value, flag] : [await readFile(value, "utf8"), value];
}
