import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { CaseReport } from "../../reports/report.ts";
import { packageRoot } from "../cli/corpus.ts";
import { selects } from "../plan.ts";
import { catches } from "./catching.ts";
import { type Mutant, MutantError } from "./mutant.ts";
import { mutants } from "./mutants.ts";
import { mutatedFiles, playOn, type Workshop } from "./play-mutant.ts";

/**
 * Plays on each mutant of the model the cases that must catch it. Ends with 1 when one of them does not, or when a case must catch none.
 * `--whole` plays the suite on each, and tells which cases notice; `--json FILE` keeps that matrix. Words after the command pick the
 * mutants whose names contain one of them.
 */

const say = (text: string) => process.stdout.write(`${text}\n`);

interface Row {
	readonly mutant: Mutant;
	/** Ids of the cases that catch it. */
	readonly caughtBy: readonly string[];
	/** Ids of the cases that must, and do not. */
	readonly missedBy: readonly string[];
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: "string" }, jobs: { type: "string", default: "2" }, whole: { type: "boolean", default: false } },
});
const chosen = mutants.filter(({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
const workshop: Workshop = {
	compiled: fileURLToPath(new URL("../../", import.meta.url)),
	copies: join(packageRoot, "reports/out/mutants", String(process.pid)),
};

/** The mutants that are still to be played; emptied when one cannot be. */
const queue = [...chosen.entries()];

async function main(): Promise<void> {
	for (const mutant of mutants) await mutatedFiles(workshop.compiled, mutant).catch(giveUpOn(mutant));
	const model = new Map((await playOn(workshop, "model")).map((each) => [each.id, each]));
	const astray = [...model.values()].filter(({ verdict }) => verdict !== "pass").map(({ id, verdict }) => `${id} (${verdict})`);
	if (astray.length > 0) throw new MutantError(`the model itself must pass every case; it does not: ${astray.join(", ")}`);
	refuseUnknownIds([...model.keys()]);
	const rows: Row[] = [];
	const work = async () => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const row = await playMutant(next[1], `mutant-${next[0]}`, model);
			rows.push(row);
			tell(row);
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, work));
	const kinds = [...new Set([...model.keys()].map(kindOf))];
	const busy = new Set(rows.flatMap(({ caughtBy }) => caughtBy.map(kindOf)));
	const idle = kinds.filter((kind) => !busy.has(kind));
	if (positionals.length === 0) tellIdle(idle, kinds.length);
	if (values.json !== undefined) await writeMatrix(values.json, rows, idle);
	const survivors = rows.filter(({ caughtBy }) => caughtBy.length === 0).length;
	const missed = rows.filter(({ missedBy }) => missedBy.length > 0).length;
	say(`${rows.length} mutants: ${survivors} survived, ${missed} missed by a case that must catch them`);
	const unnamed = positionals.length === 0 ? idle.length : 0;
	process.exitCode = survivors + missed + unnamed === 0 ? 0 : 1;
}

/** A case, or of a family that is made from the contract all of them: one that catches stands for its like. */
const kindOf = (id: string): string => (/:.*\./.test(id) ? (id.split(":")[0] ?? id) : id);

/** A pattern that means no case would hold of every suite. */
function refuseUnknownIds(ids: readonly string[]): void {
	for (const { name, caughtBy } of mutants)
		for (const pattern of caughtBy)
			if (!ids.some(selects(pattern))) throw new MutantError(`"${name}" must be caught by ${pattern}, which is no case`);
}

async function playMutant(mutant: Mutant, folder: string, model: ReadonlyMap<string, CaseReport>): Promise<Row> {
	const played = values.whole ? mutant : { ...mutant, plays: mutant.caughtBy };
	const cases = await playOn(workshop, folder, played).catch(giveUpOn(mutant));
	const caughtBy = cases.flatMap((each) => {
		const onModel = model.get(each.id);
		return onModel !== undefined && catches(each, onModel) ? [each.id] : [];
	});
	const mustCatch = [...model.keys()].filter((id) => mutant.caughtBy.some((pattern) => selects(pattern)(id)));
	return { mutant, caughtBy, missedBy: mustCatch.filter((id) => !caughtBy.includes(id)) };
}

/** Says which mutant it is that cannot be played, and has no other played after it. */
const giveUpOn = (mutant: Mutant) => (error: unknown) => {
	queue.length = 0;
	throw error instanceof MutantError ? new MutantError(`"${mutant.name}": ${error.message}`) : error;
};

function tell({ mutant, caughtBy, missedBy }: Row): void {
	const some = `${caughtBy.slice(0, 3).join(", ")}${caughtBy.length > 3 ? ", …" : ""}`;
	say(caughtBy.length === 0 ? `SURVIVED: ${mutant.name}` : `caught by ${caughtBy.length}: ${mutant.name} (${some})`);
	for (const id of missedBy) say(`  MISSED by ${id}`);
}

function tellIdle(idle: readonly string[], cases: number): void {
	say(`${cases - idle.length} of ${cases} cases and families catch at least one mutant`);
	for (const id of idle) say(`  catches none: ${id}`);
}

async function writeMatrix(file: string, rows: readonly Row[], idle: readonly string[]): Promise<void> {
	const matrix = {
		mutants: Object.fromEntries(rows.map(({ mutant, caughtBy }) => [mutant.name, caughtBy] as const).sort()),
		catchNone: idle,
	};
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, `${JSON.stringify(matrix, null, "\t")}\n`);
}

try {
	await main();
} catch (error) {
	if (!(error instanceof MutantError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 2;
} finally {
	await rm(workshop.copies, { recursive: true, force: true });
}
