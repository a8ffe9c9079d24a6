import { onlyReads } from "../../specs/wire/contract.ts";
import { isJsonObject } from "../../specs/wire/json.ts";
import { jsonOf, type RecordedCase, type RecordedExchange } from "./recorded-case.ts";

/** An exchange that a reproduction repeats. */
export interface KeptExchange {
	readonly exchange: RecordedExchange;
	/** Where it stands in the record. */
	readonly position: number;
	/** How often it is asked at most. */
	readonly tries: number;
}

/** Seldom does a task take longer than so many polls, half a second apart. */
const mostPolls = 20;
const mostReadings = 10;

/**
 * Leaves out what a reproduction need not do: the clearing up, and what was asked again and again until it came. The last of those is asked as often instead.
 */
export function keptExchanges({ one: { exchanges, findings } }: RecordedCase): readonly KeptExchange[] {
	// Of many that show the same the last is shown.
	const witnesses = new Set(findings.map((finding) => Math.max(-1, ...(finding.exchanges ?? []))));
	const alike = new Map<string, number[]>();
	exchanges.forEach((exchange, position) => {
		const key = JSON.stringify([exchange.step, exchange.operation, exchange.request.body]);
		alike.set(key, [...(alike.get(key) ?? []), position]);
	});
	return exchanges.flatMap((exchange, position) => {
		if (exchange.step === "clearing" && !witnesses.has(position)) return [];
		const group = alike.get(JSON.stringify([exchange.step, exchange.operation, exchange.request.body])) ?? [position];
		const isPoll = exchange.operation.startsWith("PollFor");
		const isLast = group.at(-1) === position;
		const repeats = isPoll || onlyReads(exchange.operation);
		if (repeats && !isLast && !witnesses.has(position) && brings(exchange) === undefined) return [];
		const tries = isPoll ? (brings(exchange) === "taskToken" ? mostPolls : 1) : repeats && isLast ? group.length : 1;
		return [{ exchange, position, tries: isPoll ? tries : Math.min(mostReadings, tries) }];
	});
}

/** What an answer brings that later requests may need. */
function brings({ response }: RecordedExchange): "taskToken" | "nextPageToken" | undefined {
	const answer = jsonOf(response?.body);
	if (!isJsonObject(answer)) return undefined;
	return (["taskToken", "nextPageToken"] as const).find((token) => typeof answer[token] === "string" && answer[token] !== "");
}
