import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Action, pageActions } from "./page-commands.ts";
import { runScript, type Server, startServer } from "./run-script.ts";
import { createScratch, freePort, type Scratch } from "./scratch.ts";

/** What came of following a page. */
export interface Followed {
	/** Blocks that were run, servers among them. */
	readonly run: number;
	readonly notRun: readonly Extract<Action, { kind: "not run" }>[];
	/** What was not as the page says, each with its line. */
	readonly problems: readonly string[];
}

const portsIn = /(?<=127\.0\.0\.1:|--port )\d+/g;

/** The page with other ports, since those that it names may be in use here; and the ports that nothing on it listens on. */
async function withFreePorts(page: string): Promise<{ readonly text: string; readonly served: readonly number[] }> {
	const named = [...new Set(page.match(portsIn))];
	const free = new Map<string, number>();
	for (const port of named) free.set(port, await freePort());
	const text = page.replace(portsIn, (port) => String(free.get(port)));
	const served = named.filter((port) => !new RegExp(`--port ${port}\\b`).test(page)).map((port) => free.get(port) ?? 0);
	return { text, served };
}

/** Whether what was printed is what a page shows: `…` stands for any text in a line, and for any lines where it stands alone. */
export function isShown(shown: string, printed: string): boolean {
	const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	const lines = shown
		.split("\n")
		.map((line) => (line.trim() === "…" ? "(?:.*\\n)*?" : `${line.split("…").map(escaped).join(".*")}[ \\t]*\\n`));
	return new RegExp(`^${lines.join("")}$`).test(`${printed.trimEnd()}\n`);
}

async function writeShown({ folder }: Scratch, file: string, text: string): Promise<void> {
	await mkdir(dirname(join(folder, file)), { recursive: true });
	await writeFile(join(folder, file), text);
}

async function problemOf(action: Extract<Action, { kind: "commands" }>, scratch: Scratch): Promise<readonly string[]> {
	const { script, line, exitCode, output } = action;
	const ended = await runScript(script, scratch);
	const said = `line ${line}: ${script}\n`;
	if (ended.exitCode !== exitCode) return [`${said}ended with ${ended.exitCode}, not ${exitCode}:\n${ended.output}`];
	return output === undefined || isShown(output, ended.output) ? [] : [`${said}printed other than is shown:\n${ended.output}`];
}

/** Does everything that a page has its reader do, in a folder of its own. Throws a PageError where a mark means nothing. */
export async function playPage(page: string, create: () => Promise<Scratch> = createScratch): Promise<Followed> {
	const { text, served } = await withFreePorts(page);
	const actions = pageActions(text);
	const notRun = actions.filter((action) => action.kind === "not run");
	if (actions.every(({ kind }) => kind === "file" || kind === "not run")) return { run: 0, notRun, problems: [] };
	await using scratch = await create();
	const servers: Server[] = [];
	const problems: string[] = [];
	try {
		for (const port of served) servers.push(await startServer(`swf-conformance serve --port ${port}`, scratch));
		for (const action of actions) {
			if (action.kind === "file") await writeShown(scratch, action.file, action.text);
			if (action.kind === "servers") for (const script of action.scripts) servers.push(await startServer(script, scratch));
			if (action.kind === "commands") problems.push(...(await problemOf(action, scratch)));
		}
	} finally {
		for (const server of servers.toReversed()) {
			const { exitCode, output } = await server.stop();
			if (exitCode !== 0) problems.push(`a server ended with ${exitCode}: ${output}`);
		}
	}
	return { run: actions.filter(({ kind }) => kind === "commands" || kind === "servers").length, notRun, problems };
}
