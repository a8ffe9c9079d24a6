import { spawn } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CaseReport, Report } from "../../reports/report.ts";
import { packageRoot } from "../cli/corpus.ts";
import { applyEdit, editsOf, type Mutant, MutantError } from "./mutant.ts";

const longestRun = 240_000;
/** The client that starts fastest and sees every member of an answer. */
const flags = ["--client", "wire", "--quiet"];
/** On a mutant much is waited for that never comes; on the model nothing is, so there a busy machine costs only time. */
const patience = { model: ["--patience", "1"], mutant: ["--patience", "0.05"] } as const;

/** Where the kit's compiled code lies, and where copies of it may. */
export interface Workshop {
	readonly compiled: string;
	readonly copies: string;
}

/** The compiled files that a mutant changes, by their place in the compiled code, with their changed texts. */
export async function mutatedFiles(compiled: string, mutant: Mutant): Promise<ReadonlyMap<string, string>> {
	const texts = new Map<string, string>();
	for (const edit of editsOf(mutant)) {
		const file = edit.file.replace(/\.ts$/, ".js");
		texts.set(file, applyEdit(texts.get(file) ?? (await readFile(join(compiled, file), "utf8")), edit));
	}
	return texts;
}

/** Plays the whole suite on the model, or what a mutant is to be played with on that, in a process and with a copy of the code of its own. */
export async function playOn({ compiled, copies }: Workshop, name: string, mutant?: Mutant): Promise<readonly CaseReport[]> {
	const folder = join(copies, name);
	try {
		await mkdir(folder, { recursive: true });
		await cp(compiled, folder, { recursive: true, filter: (path) => !path.endsWith(".d.ts") });
		if (mutant !== undefined)
			for (const [file, text] of await mutatedFiles(compiled, mutant)) await writeFile(join(folder, file), text);
		const patterns = mutant === undefined ? [] : (mutant.plays ?? (await allButWire()));
		return (await playSuite(folder, [...patterns, ...patience[mutant === undefined ? "model" : "mutant"]])).cases;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The cases about the wire are two in three, and most mutants have nothing to do with them. */
async function allButWire(): Promise<readonly string[]> {
	const subjects = await readdir(join(packageRoot, "suites"), { withFileTypes: true });
	return subjects.flatMap((each) => (each.isDirectory() && !["known", "wire"].includes(each.name) ? [`${each.name}/**`] : []));
}

async function playSuite(folder: string, more: readonly string[]): Promise<Report> {
	const out = join(folder, "out");
	const file = join(out, "report.json");
	const command = [join(folder, "harness/cli.js"), "run", ...flags, ...more, "--report", `json=${file}`, "--out", out];
	const ended = await spawned(command);
	const text = await readFile(file, "utf8").catch(() => undefined);
	if (text === undefined) throw new MutantError(`there is no report, the run ended with ${ended}`);
	return JSON.parse(text);
}

/** How a process of Node.js ended, with what it complained of. */
function spawned(args: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			stdio: ["ignore", "ignore", "pipe"],
			timeout: longestRun,
			killSignal: "SIGKILL",
		});
		let complaints = "";
		child.stderr.on("data", (text: Buffer) => {
			complaints += text.toString();
		});
		child.once("error", reject);
		child.once("close", (code, signal) => resolve(`${signal ?? code}: ${complaints.trim().slice(0, 2000)}`));
	});
}
