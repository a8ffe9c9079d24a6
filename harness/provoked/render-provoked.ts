import type { Provocation } from "../../specs/model/provocations/seen.ts";

const sections = [
	["Operations", "operation "],
	["Faults", "fault "],
	["Decisions", "decision "],
	["Events", "value HistoryEvent.eventType "],
	["Values", "value "],
] as const;

/**
 * A Markdown table for each kind of thing that the contract lets a client see: whether a program in
 * `specs/model/provocations` shows it, and which cases of a run do.
 */
export function renderProvoked(
	provocations: ReadonlyMap<string, Provocation>,
	cases: ReadonlyMap<string, readonly string[]>,
): string {
	const rest = new Map(provocations);
	const parts = sections.map(([title, prefix]) => {
		const names = [...rest.keys()].filter((name) => name.startsWith(prefix));
		const rows = names.map((name) => row(name.slice(prefix.length), rest.get(name), cases.get(name) ?? []));
		const byCases = names.filter((name) => cases.has(name)).length;
		for (const name of names) rest.delete(name);
		return [`## ${title}: ${names.length}, of which cases provoke ${byCases}`, "", ...head, ...rows, ""].join("\n");
	});
	return parts.join("\n");
}

const head = ["| | Program | Cases | For example |", "| --- | --- | --: | --- |"];

function row(name: string, provocation: Provocation | undefined, cases: readonly string[]): string {
	const program = typeof provocation === "string" ? `none: ${provocation}` : provocation === undefined ? "none" : "yes";
	return `| ${name} | ${program} | ${cases.length} | ${cases[0] ?? ""} |`;
}
