import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CaseReport, Report } from "../../reports/report.ts";
import { applyEdit, editsOf, type Mutant, MutantError } from "./mutant.ts";

const longestRun = 240_000;
/** The client that starts fastest and sees every member of an answer; short waits, as every task that never comes is waited for. */
const flags = ["--client", "wire", "--patience", "0.05", "--quiet"];

/** Where the kit's compiled code lies, and where copies of it may. */
export interface Workshop {
	readonly compiled: string;
	readonly copies: string;
}

/** Plays the whole suite on the model, or on a mutant of it, in a process and with a copy of the code of its own. */
export async function playOn({ compiled, copies }: Workshop, name: string, mutant?: Mutant): Promise<readonly CaseReport[]> {
	const folder = join(copies, name);
	try {
		await mkdir(folder, { recursive: true });
		await cp(compiled, folder, { recursive: true, filter: (path) => !path.endsWith(".d.ts") });
		for (const edit of mutant === undefined ? [] : editsOf(mutant)) {
			const file = join(folder, edit.file.replace(/\.ts$/, ".js"));
			await writeFile(file, applyEdit(await readFile(file, "utf8"), edit));
		}
		return (await playSuite(folder)).cases;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function playSuite(folder: string): Promise<Report> {
	const out = join(folder, "out");
	const file = join(out, "report.json");
	const ended = await spawned([join(folder, "harness/cli.js"), "run", ...flags, "--report", `json=${file}`, "--out", out]);
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
