import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../scenario/problem.ts";
import { type LedgerHeader, parseLedger } from "./parse-ledger.ts";
import { createRunLedger, isLeft, type LedgerLine, type RunLedger } from "./run-ledger.ts";

/** A ledger on disk. Closing it waits for the lines that nobody waited for. */
export interface LedgerFile extends AsyncDisposable {
	readonly header: LedgerHeader;
	readonly ledger: RunLedger;
	/** Where an earlier ledger of that name went, because something may be left by its run. */
	readonly earlier?: string;
}

export const ledgerIn = (folder: string): string => join(folder, "ledger.ndjson");

/** Begins the ledger of a folder. One that is there already is replaced only if nothing is left by its run. */
export async function beginLedger(folder: string, header: LedgerHeader): Promise<LedgerFile> {
	const file = ledgerIn(folder);
	const earlier = await keepEarlier(file, header.runToken);
	// Under its own name only when it begins as a ledger does: a run may be killed at any moment.
	const beginning = `${file}.part`;
	const lines = appendTo(await open(beginning, "w"));
	await lines.append(header);
	await rename(beginning, file);
	return {
		header,
		ledger: createRunLedger(header.runToken, lines.append),
		...(earlier === undefined ? {} : { earlier }),
		[Symbol.asyncDispose]: lines.close,
	};
}

/** Opens the ledger of an earlier run, to go on with it. Throws an InputError where it is none. */
export async function resumeLedger(file: string): Promise<LedgerFile> {
	const { header, entries, wholeBytes } = parseLedger(await readFile(file, "utf8"), file);
	const handle = await open(file, "a");
	await handle.truncate(wholeBytes);
	const lines = appendTo(handle);
	return { header, ledger: createRunLedger(header.runToken, lines.append, entries), [Symbol.asyncDispose]: lines.close };
}

/** Whether something may be left by the run of a ledger: one that is there, and tells so or cannot be read. */
export async function isAnythingLeft(file: string): Promise<boolean> {
	const text = await textIfThere(file);
	return text !== undefined && nameIfLeft(text, file, "") !== undefined;
}

const textIfThere = (file: string): Promise<string | undefined> =>
	readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return undefined;
		throw error;
	});

async function keepEarlier(file: string, runToken: string): Promise<string | undefined> {
	const text = await textIfThere(file);
	if (text === undefined) return undefined;
	const name = nameIfLeft(text, file, runToken);
	if (name === undefined) {
		await rm(file);
		return undefined;
	}
	const kept = join(dirname(file), name);
	await rename(file, kept);
	return kept;
}

/** A name of its own for a ledger by whose run something is left, or that cannot be read. */
function nameIfLeft(text: string, file: string, runToken: string): string | undefined {
	try {
		const { header, entries } = parseLedger(text, file);
		return entries.some(isLeft) ? `ledger-${header.runToken.replaceAll(/\W/g, "_").slice(0, 40)}.ndjson` : undefined;
	} catch (error) {
		if (error instanceof InputError) return `ledger-unread-before-${runToken}.ndjson`;
		throw error;
	}
}

/** Appends lines for good. Those that come while the disk is at work go there together: many cases wait for few writes. */
function appendTo(handle: FileHandle): { append(line: LedgerLine | LedgerHeader): Promise<void>; close(): Promise<void> } {
	let waiting = "";
	let next: Promise<void> | undefined;
	let last: Promise<void> = Promise.resolve();
	const write = async () => {
		const text = waiting;
		waiting = "";
		next = undefined;
		await handle.appendFile(text);
		await handle.datasync();
	};
	return {
		append(line) {
			waiting += `${JSON.stringify(line)}\n`;
			if (next === undefined) {
				// After one that failed none is written: a ledger with a gap would not be one.
				next = last.then(write);
				last = next;
			}
			return next;
		},
		async close() {
			await last.finally(() => handle.close());
		},
	};
}
