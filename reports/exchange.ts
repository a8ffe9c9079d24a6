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
 * Of a long case the first and the last are shown, and how many were left out.
 */
export function exchangeLines({ exchanges, findings }: CaseReport): readonly ExchangeLine[] {
	const witnesses = new Set(findings.flatMap((finding) => finding.exchanges ?? []));
	const isShown = (position: number): boolean => position < half || position >= exchanges.length - half;
	const shown = exchanges.map((exchange, position) => ({ exchange, position })).filter(({ position }) => isShown(position));
	const widest = (text: (exchange: ReportExchange) => string): number =>
		Math.min(40, Math.max(0, ...shown.map(({ exchange }) => text(exchange).length)));
	const [steps, operations] = [widest(stepOf), widest(operationOf)];
	const lines = shown.map(({ exchange, position }) => ({
		isWitness: witnesses.has(position),
		text: [
			`${witnesses.has(position) ? "→" : " "} ${position.toString().padStart(3)}`,
			stepOf(exchange).padEnd(steps),
			operationOf(exchange).padEnd(operations),
			shortened(visibleLine(outcomeOf(exchange)), 100),
			`${Math.round(exchange.durationMs)} ms`,
		].join("  "),
	}));
	const leftOut = exchanges.length - shown.length;
	const note: ExchangeLine = { isWitness: false, text: `      … ${leftOut} more` };
	return leftOut === 0 ? lines : [...lines.slice(0, half), note, ...lines.slice(half)];
}

const half = 20;

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
