import type { Report } from "./report.ts";

/** Members in the order in which a reader wants them; any others follow by name. */
const reading = [
	...["report", "format", "kit", "target", "client", "clock", "started", "ended", "interrupted", "expectations", "summary"],
	...["clauses", "cases", "id", "verdict", "level", "reason", "check", "clause", "message", "step", "at", "expected", "observed"],
	...["operation", "sentAfterMs", "durationMs", "request", "response", "problem", "status", "headers", "body"],
];
const ranks: ReadonlyMap<string, number> = new Map(reading.map((name, rank) => [name, rank]));

/** What a hostile answer nests deeper than this is cut off, since writing it out would exhaust the stack. */
const deepest = 256;

/** The canonical report: the same report gives the same bytes, whatever order its members were made in. */
export const renderJson = (report: Report): Promise<string> =>
	Promise.resolve(`${JSON.stringify(inReadingOrder(report, 0), null, 2)}\n`);

function inReadingOrder(value: unknown, depth: number): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (depth === deepest) return `[nested deeper than ${deepest}]`;
	if (Array.isArray(value)) return value.map((item) => inReadingOrder(item, depth + 1));
	return Object.fromEntries(
		Object.entries(value)
			.sort(([left], [right]) => byReading(left, right))
			.map(([name, member]) => [name, inReadingOrder(member, depth + 1)]),
	);
}

const rankOf = (name: string): number => ranks.get(name) ?? ranks.size;

const byReading = (left: string, right: string): number => rankOf(left) - rankOf(right) || (left < right ? -1 : 1);
