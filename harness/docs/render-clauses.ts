import { areaOf } from "../../specs/clause.ts";
import { figures, type LedgerEntry } from "../ledger.ts";
import { cellText, renderedPage, table } from "./tables.ts";

const source = "`specs/clauses/`, `suites/` and the tables of rules";

/** Where a rule's code is, from the folder of the pages. */
const ruleFiles = {
	"contract rule": "../../harness/checks/contract",
	invariant: "../../specs/invariants",
} as const satisfies Record<LedgerEntry["rules"][number]["kind"], string>;

const prose = (text: string): string => cellText(text).replaceAll("\\|", "|");

/** Addresses stand in angle brackets, since what is bare may end elsewhere for another reader. */
const sourceText = (text: string): string =>
	text
		.split(/(https?:\/\/[^\s(),]+)/)
		.map((part) => (/^https?:/.test(part) ? `<${part}>` : part.trim() === "" ? part : ` ${prose(part)} `))
		.join("")
		.replace(/ +/g, " ")
		.trim();

function tests({ clause, scenarios, rules }: LedgerEntry): readonly string[] {
	if (clause.untested !== undefined) return [`- Not tested: ${prose(clause.untested)}`];
	const cases = scenarios.map((id) => `[${id}](../../suites/${id}.yaml)`);
	const held = rules.map(({ kind, name }) => `the ${kind} [${name}](${ruleFiles[kind]}/${name}.ts)`);
	return [`- Tested by ${[...cases, ...held].join(", ")}`];
}

function section(entry: LedgerEntry): readonly string[] {
	const { id, text, level, standing, sources, contested } = entry.clause;
	return [
		`## ${id.slice(areaOf(id).length + 1)}`,
		prose(text),
		[
			`- ${level}, ${standing}`,
			...Object.entries(contested).map(([name, reading]) => `- Reading \`${name}\`: ${prose(reading)}`),
			...sources.map((from) => `- Source: ${sourceText(from)}`),
			...tests(entry),
		].join("\n"),
	];
}

/** A page for each area, by its path from `docs/`: every clause with its authority and what tests it. */
export function renderClauses(entries: readonly LedgerEntry[]): ReadonlyMap<string, string> {
	const areas = figures(entries);
	const pages = areas.map(({ area }) => {
		const of = entries.filter(({ clause }) => areaOf(clause.id) === area);
		const back = `[All subjects](../clauses.md). \`swf-conformance clauses --area ${area}\` prints them.`;
		return [`clauses/${area}.md`, renderedPage(source, [`# Clauses: ${area}`, back, ...of.flatMap(section)])] as const;
	});
	const sum = (of: "clauses" | "tested" | "untested"): string => String(areas.reduce((total, figure) => total + figure[of], 0));
	const rows = areas.map(({ area, clauses, tested, untested }) => [
		`[${area}](clauses/${area}.md)`,
		...[clauses, tested, untested].map(String),
	]);
	const index = renderedPage(source, [
		"# Clauses",
		"A clause is one statement of the contract, with its source. [How clauses are written](../specs/clauses/README.md) says what standing and level mean.",
		table(
			["Subject", "Clauses", "Tested", "Not tested, with the reason"],
			[...rows, ["all", sum("clauses"), sum("tested"), sum("untested")]],
		),
	]);
	return new Map([["clauses.md", index], ...pages]);
}
