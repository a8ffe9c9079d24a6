import type { ReportSource } from "./report.ts";

/** Members in the order in which a reader wants them; any others follow by name. */
const reading = [
	...[
		"report",
		"format",
		"kit",
		"target",
		"client",
		"clock",
		"command",
		"shard",
		"started",
		"ended",
		"interrupted",
		"answers",
		"expectations",
		"expectationsDigest",
		"unmet",
		"profiles",
		"summary",
	],
	...["clauses", "cases", "id", "verdict", "level", "reason", "check", "clause", "message", "step", "at", "expected", "observed"],
	...["operation", "sentAfterMs", "durationMs", "request", "response", "problem", "status", "headers", "body"],
];
const ranks: ReadonlyMap<string, number> = new Map(reading.map((name, rank) => [name, rank]));
const caseIndent = " ".repeat(4);

/** The canonical report: the same report gives the same bytes, whatever order its members were made in. */
export async function* renderJson({ frame, cases }: ReportSource): AsyncIterable<string> {
	yield `${written(frame).replace(/\n\}$/, "")},\n  "cases": [`;
	let separator = "\n";
	for await (const one of cases()) {
		yield `${separator}${caseIndent}${written(one).replaceAll("\n", `\n${caseIndent}`)}`;
		separator = ",\n";
	}
	yield separator === "\n" ? "]\n}\n" : "\n  ]\n}\n";
}

const written = (value: object): string => JSON.stringify(inReadingOrder(value), null, 2);

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
