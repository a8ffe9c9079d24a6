import type { CaseReport, ReportExchange } from "./report.ts";
import { shortened, visibleLine } from "./visible.ts";

/** What came back, in a few words: `200`, `400 UnknownResourceFault`, or why nothing did. */
export function outcomeOf({ response, problem }: ReportExchange): string {
	const fault = response === undefined || response.status < 400 ? undefined : faultOf(response);
	const parts = [response?.status.toString(), fault, problem].filter((part) => part !== undefined);
	return parts.length === 0 ? "no answer" : parts.join(" ");
}

/** One line of a list of exchanges. */
export interface ExchangeLine {
	readonly text: string;
	/** Whether a finding points at it. */
	readonly isWitness: boolean;
}

/**
 * The exchanges in order, one line each: position, step, operation, outcome and time, an arrow before those that findings point at.
 * Of many that are alike, as when an answer is waited for, the first is shown, and of a long case the first and the last; how many
 * were left out is said.
 */
export function exchangeLines({ exchanges, findings }: CaseReport): readonly ExchangeLine[] {
	const witnesses = new Set(findings.flatMap((finding) => finding.exchanges ?? []));
	const entries = exchanges.map((exchange, position) => ({ exchange, position, isWitness: witnesses.has(position) }));
	const runs = runsOf(entries);
	const shown = runs.length <= 2 * half ? runs : [...runs.slice(0, half), ...runs.slice(-half)];
	const widest = (text: (exchange: ReportExchange) => string): number =>
		Math.max(0, ...shown.map(([{ exchange }]) => text(exchange).length));
	const widths = { step: widest(stepOf), operation: widest(operationOf) };
	const lines = shown.map((run) => runLines(run, widths));
	const leftOut = exchanges.length - shown.reduce((sum, run) => sum + run.length, 0);
	return [...lines.slice(0, half), leftOut === 0 ? [] : [noteOf(`${leftOut} more`)], ...lines.slice(half)].flat();
}

const half = 20;

interface Entry {
	readonly exchange: ReportExchange;
	readonly position: number;
	readonly isWitness: boolean;
}

type Run = readonly [first: Entry, ...alike: Entry[]];

/** Exchanges that follow one another and tell the same, so that one can stand for all. */
function runsOf(entries: readonly Entry[]): readonly Run[] {
	const runs: [Entry, ...Entry[]][] = [];
	for (const entry of entries) {
		const run = runs.at(-1);
		if (run !== undefined && isAlike(run[0], entry)) run.push(entry);
		else runs.push([entry]);
	}
	return runs;
}

const isAlike = (one: Entry, other: Entry): boolean =>
	!one.isWitness &&
	!other.isWitness &&
	stepOf(one.exchange) === stepOf(other.exchange) &&
	operationOf(one.exchange) === operationOf(other.exchange) &&
	outcomeOf(one.exchange) === outcomeOf(other.exchange);

const runLines = (
	[first, ...alike]: Run,
	widths: { readonly step: number; readonly operation: number },
): readonly ExchangeLine[] => [
	lineOf(first, widths),
	...(alike.length > 1 ? [noteOf(`${alike.length} more like it`)] : alike.map((entry) => lineOf(entry, widths))),
];

const lineOf = (
	{ exchange, position, isWitness }: Entry,
	widths: { readonly step: number; readonly operation: number },
): ExchangeLine => ({
	isWitness,
	text: [
		`${isWitness ? "→" : " "} ${position.toString().padStart(3)}`,
		stepOf(exchange).padEnd(widths.step),
		operationOf(exchange).padEnd(widths.operation),
		shortened(visibleLine(outcomeOf(exchange)), 60),
		`${Math.round(exchange.durationMs)} ms`,
	].join("  "),
});

const noteOf = (text: string): ExchangeLine => ({ isWitness: false, text: `       … ${text}` });

const stepOf = ({ step }: ReportExchange): string => `step ${shortened(visibleLine(step), 40)}`;

const operationOf = ({ operation }: ReportExchange): string => shortened(visibleLine(operation), 60);

/** The fault's own name: SWF writes `com.amazonaws.swf.base.model#UnknownResourceFault`, others write it bare. */
function faultOf({ headers, body }: NonNullable<ReportExchange["response"]>): string | undefined {
	const type = typeIn(body) ?? headers["x-amzn-errortype"] ?? headers["x-amzn-ErrorType"];
	return type?.split(":", 1)[0]?.split("#").at(-1);
}

function typeIn(body: string): string | undefined {
	try {
		const parsed: unknown = JSON.parse(body);
		const type = typeof parsed === "object" && parsed !== null && "__type" in parsed ? parsed.__type : undefined;
		return typeof type === "string" ? type : undefined;
	} catch {
		return undefined;
	}
}
