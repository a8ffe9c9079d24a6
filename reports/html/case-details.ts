import { type DiffRow, diffRows } from "../diff.ts";
import { outcomeOf } from "../exchange.ts";
import { moreFindings, mostFindings, placeOf } from "../finding-text.ts";
import type { CaseReport, Level, ReportExchange, Verdict } from "../report.ts";
import type { Markup } from "./markup.ts";
import { renderTimelines } from "./timeline/render-timelines.ts";

/** A finding as the page shows it, the weightiest first: expected beside observed, and no more of either than a reader needs. */
export interface FindingDetails {
	readonly level: Level;
	/** Where it was made. */
	readonly place: string;
	readonly message: string;
	readonly clause: string;
	readonly rows: readonly DiffRow[];
	/** Positions of the exchanges that show it. */
	readonly exchanges: readonly number[];
}

export interface ExchangeDetails extends ReportExchange {
	/** What came back, in a few words. */
	readonly outcome: string;
}

/** What the page shows of a case once it is opened. */
export interface CaseDetails extends Omit<CaseReport, "findings" | "exchanges" | "moreFindings"> {
	readonly findings: readonly FindingDetails[];
	/** Says how many findings are not shown. */
	readonly notes: readonly string[];
	readonly exchanges: readonly ExchangeDetails[];
	/** The command that writes a script of the case, where somebody has to mend what it shows. */
	readonly reproduce?: string;
	readonly timelines: readonly Markup[];
}

export function caseDetails(one: CaseReport): CaseDetails {
	const { findings, moreFindings: _, exchanges, ...rest } = one;
	return {
		...rest,
		findings: findings
			.toSorted(byLevel)
			.slice(0, mostFindings)
			.map((finding) => ({
				level: finding.level,
				place: placeOf(finding),
				message: finding.message,
				clause: finding.clause,
				rows: diffRows(finding.expected, finding.observed),
				exchanges: finding.exchanges ?? [],
			})),
		notes: moreFindings(one),
		exchanges: exchanges.map((exchange) => ({ ...exchange, outcome: outcomeOf(exchange) })),
		...(isReproducible(one) ? { reproduce: `swf-conformance reproduce ${word(one.id)} --as curl --report report.json` } : {}),
		timelines: renderTimelines(one),
	};
}

const ranks = { MUST: 0, SHOULD: 1, MAY: 2 } as const satisfies Record<Level, number>;

const byLevel = (one: { readonly level: Level }, other: { readonly level: Level }): number =>
	ranks[one.level] - ranks[other.level];

const reproducible: ReadonlySet<Verdict> = new Set(["fail", "warn", "expected-failure"]);

const isReproducible = ({ verdict, exchanges }: CaseReport): boolean => reproducible.has(verdict) && exchanges.length > 0;

/** As a shell takes it, in quotes only where it needs them. */
const word = (text: string): string => (/^[\w./:@=,+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
