import { redactNamed, redactText } from "../../reports/redact.ts";
import { shortened, visibleLine } from "../../reports/visible.ts";
import type { Json } from "../../specs/wire/json.ts";
import { checkBatch, type PlacedFinding } from "../offline/check-batches.ts";
import { readBatches } from "../offline/read-batches.ts";
import { readText } from "./read-text.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

/** `swf-conformance check`: holds histories and exchanges that somebody recorded against the contract and the laws of histories. */
export async function checkCommand(files: readonly string[], format: "text" | "json", terminal: Terminal): Promise<ExitCode> {
	const texts = await Promise.all(files.map(async (file) => ({ file, text: await readText(file) })));
	const batches = readBatches(texts);
	const findings = batches.flatMap(checkBatch);
	const checked = batches.map(({ what, places: [place], lacks }) => ({
		what,
		...place,
		...(lacks === undefined ? {} : { lacks }),
	}));
	if (format === "json") terminal.out(`${JSON.stringify({ checked, findings: findings.map(flat) }, withoutSecrets, 2)}\n`);
	else {
		for (const finding of findings.filter(({ level }) => level !== "MAY")) terminal.out(tell(finding));
		terminal.out(summary(checked, findings));
	}
	return findings.some(({ level }) => level === "MUST") ? exitCodes.failures : exitCodes.fine;
}

const flat = ({ place, ...finding }: PlacedFinding) => ({ ...place, ...finding });

/** For JSON.stringify: a recording may hold the secrets of whoever made it. */
const withoutSecrets = (name: string, value: unknown): unknown => (typeof value === "string" ? redactNamed(name, value) : value);

/** What comes from a file may be anything; it is shown on a line, without secrets and not too long. */
const shown = (value: Json): string =>
	shortened(visibleLine(redactText(typeof value === "string" ? value : JSON.stringify(value, withoutSecrets))), 200);

function tell({ place: { file, line }, level, clause, message, at, expected, observed }: PlacedFinding): string {
	const difference = [
		...(at === undefined ? [] : [`at ${shown(at)}`]),
		...(expected === undefined ? [] : [`expected ${shown(expected)}`]),
		...(observed === undefined ? [] : [`observed ${shown(observed)}`]),
	];
	const rest = difference.length === 0 ? "" : ` (${difference.join(", ")})`;
	return `${file}:${line}: ${level} ${clause}: ${shown(message)}${rest}\n`;
}

function summary(
	checked: readonly { readonly what: string; readonly lacks?: string }[],
	findings: readonly PlacedFinding[],
): string {
	const count = (level: PlacedFinding["level"]) => findings.filter((finding) => finding.level === level).length;
	const most = 3;
	const named = checked.slice(0, most).map(({ what }) => what);
	const more = checked.length > most ? [`${checked.length - most} more`] : [];
	const lacking = checked.some(({ lacks }) => lacks === "headers") ? "HTTP headers were not given, and are not judged.\n" : "";
	const may = count("MAY") === 0 ? "" : `, ${count("MAY")} of level MAY, which --format json shows`;
	return `${lacking}${[...named, ...more].join(", ")}: ${count("MUST")} findings of level MUST, ${count("SHOULD")} of level SHOULD${may}\n`;
}
