import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { InputError } from "../scenario/problem.ts";
import type { Became, Entry, LedgerLine } from "./run-ledger.ts";
import type { Thing } from "./things-made.ts";

/** The first line of a ledger: what made the things, and where. */
export interface LedgerHeader {
	readonly ledger: "swf-conformance";
	readonly format: 1;
	readonly kit: string;
	/** As the command line names it. */
	readonly target: string;
	readonly endpoint: string;
	readonly region: string;
	/** Masked, where it is known. */
	readonly account?: string;
	/** The mark of the access key, where the account is not known. */
	readonly accessKey?: string;
	readonly runToken: string;
	readonly started: string;
}

export interface ParsedLedger {
	readonly header: LedgerHeader;
	readonly entries: readonly Entry[];
	/** How much of the text are whole lines, in bytes: a run that was killed may leave the beginning of one behind. */
	readonly wholeBytes: number;
}

/** Reads a ledger. Throws an InputError for a line that is none; the beginning of a last one is passed over. */
export function parseLedger(text: string, file: string): ParsedLedger {
	const refuse = (line: number, message: string): never => {
		throw new InputError([{ file, at: { line, column: 1 }, message }]);
	};
	const whole = text.slice(0, text.lastIndexOf("\n") + 1);
	const [first = "", ...rest] = whole.split("\n").slice(0, -1);
	const header = parsed(first);
	if (!isJsonObject(header) || header["ledger"] !== "swf-conformance")
		return refuse(1, "not a ledger of swf-conformance; a run writes ledger.ndjson into the folder of its reports");
	if (header["format"] !== 1) return refuse(1, `a ledger of format ${String(header["format"])}; this version reads format 1`);
	if (!isHeader(header)) return refuse(1, "the header of a ledger has kit, target, endpoint, region, runToken and started");
	const entries: Entry[] = [];
	for (const [index, text] of rest.entries()) {
		const line = parsed(text);
		const asks = isJsonObject(line) ? line["asks"] : undefined;
		if (isJsonObject(line) && line["entry"] === entries.length && isThing(asks)) {
			entries.push({ number: entries.length, thing: asks, state: "asked" });
			continue;
		}
		if (!isChange(line, entries.length))
			return refuse(index + 2, "not a line of a ledger: expected the next entry, or what became of some");
		const { became: state, runId } = line;
		for (const number of line.entries)
			entries[number] = { ...(entries[number] as Entry), state, ...(runId === undefined ? {} : { runId }) };
	}
	return { header, entries, wholeBytes: Buffer.byteLength(whole) };
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		// Not JSON: the caller says so, with the line.
		return undefined;
	}
}

const hasTexts = (value: JsonObject, ...names: readonly string[]): boolean =>
	names.every((name) => typeof value[name] === "string");

const isHeader = (value: JsonObject): value is JsonObject & LedgerHeader =>
	hasTexts(value, "kit", "target", "endpoint", "region", "runToken", "started") &&
	value["runToken"] !== "" &&
	["account", "accessKey"].every((name) => ["undefined", "string"].includes(typeof value[name]));

const membersOf = {
	domain: [],
	workflowType: ["name", "version"],
	activityType: ["name", "version"],
	execution: ["workflowId"],
} as const satisfies Record<Thing["kind"], readonly string[]>;

const isThing = (value: Json | undefined): value is Json & Thing =>
	isJsonObject(value) &&
	typeof value["kind"] === "string" &&
	Object.hasOwn(membersOf, value["kind"]) &&
	hasTexts(value, "domain", ...membersOf[value["kind"] as Thing["kind"]]);

const becomes: readonly unknown[] = ["made", "refused", "cleared"] satisfies readonly Became[];

type Change = Extract<LedgerLine, { readonly became: Became }>;

/** @param count of the entries before it, the only ones that it can be about */
function isChange(line: unknown, count: number): line is Change {
	if (!isJsonObject(line) || !becomes.includes(line["became"]) || !Array.isArray(line["entries"])) return false;
	const numbers = line["entries"] as readonly Json[];
	const isKnown = (number: Json) => typeof number === "number" && Number.isInteger(number) && number >= 0 && number < count;
	return numbers.every(isKnown) && ["undefined", "string"].includes(typeof line["runId"]);
}
