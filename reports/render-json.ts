import { redactReport } from "./redact-report.ts";
import type { Report } from "./report.ts";

/** Members in the order in which a reader wants them; any others follow by name. */
const reading = [
	...["report", "format", "kit", "target", "client", "clock", "started", "ended", "interrupted", "expectations", "summary"],
	...["clauses", "cases", "id", "verdict", "level", "reason", "check", "clause", "message", "step", "at", "expected", "observed"],
	...["operation", "sentAfterMs", "durationMs", "request", "response", "problem", "status", "headers", "body"],
];
const ranks: ReadonlyMap<string, number> = new Map(reading.map((name, rank) => [name, rank]));

/** The canonical report: the same report gives the same bytes, whatever order its members were made in. */
export const renderJson = async (report: Report): Promise<string> =>
	`${JSON.stringify(inReadingOrder(redactReport(report)), null, 2)}\n`;

function inReadingOrder(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map(inReadingOrder);
	return Object.fromEntries(
		Object.entries(value)
			.sort(([left], [right]) => byReading(left, right))
			.map(([name, member]) => [name, inReadingOrder(member)]),
	);
}

const rankOf = (name: string): number => ranks.get(name) ?? ranks.size;

const byReading = (left: string, right: string): number => rankOf(left) - rankOf(right) || (left < right ? -1 : 1);
