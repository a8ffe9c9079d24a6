import type { CaseReport } from "../../reports/report.ts";
import { shortened } from "../../reports/visible.ts";
import { isOperationName } from "../../specs/wire/contract.ts";
import { isCall } from "../checks/contract/read-reply.ts";
import type { Exchange } from "../evidence.ts";
import { caseReport } from "./case-report.ts";
import { createHistories } from "./histories.ts";
import type { Passed } from "./passed.ts";
import { createTally, type Tally } from "./tally.ts";

/** What went through a proxy, as cases of a report: ids that do not change from one session to the next. */
export interface Session {
	readonly add: (exchange: Exchange, broken: Passed["broken"]) => void;
	/** @param replay the command that opens the proxy again */
	readonly cases: (replay: string) => readonly CaseReport[];
}

/**
 * Takes in exchanges as they end. A clean one is forgotten, unless it tells of a history; one that shows something is kept as its witness.
 * So a session may last as long as it likes.
 */
export function createSession(): Session {
	const operations = new Map<string, Tally>();
	const form = createTally("proxy/form-of-responses", "envelope");
	const histories = createHistories();
	const witnesses = new Map<number, Exchange>();
	let [count, others] = [0, 0];
	return {
		add(exchange, broken) {
			const { operation, request } = exchange;
			const position = count;
			count += 1;
			if (!isOperationName(operation) || !isCall(operation, request.headers)) {
				others += 1;
				return;
			}
			const tally = operations.get(operation) ?? createTally(`proxy/${operation}`, "answer");
			operations.set(operation, tally);
			const shows = [tally, form].map((each) => each.add(position, exchange, broken));
			if (shows.includes(true)) witnesses.set(position, witnessOf(exchange));
			histories.add(exchange);
		},
		cases: (replay) => [
			...[...operations.values(), ...(operations.size === 0 ? [] : [form])].map((tally) => tally.report(replay, witnesses)),
			...histories.report(replay),
			...(others === 0 ? [] : [otherRequests(others, replay)]),
		],
	};
}

/** Characters of a response that are shown; there may be a witness for each rule and operation. All of it is in the recording. */
const mostShown = 64 * 1024;

const witnessOf = (exchange: Exchange): Exchange =>
	exchange.response === undefined || exchange.response.body.length <= mostShown
		? exchange
		: {
				...exchange,
				response: { ...exchange.response, body: shortened(exchange.response.body, mostShown) },
				outcome: { kind: "answer", output: {} },
			};

const otherRequests = (others: number, replay: string): CaseReport =>
	caseReport(
		{
			id: "proxy/other-requests",
			verdict: "skipped",
			reason: `${others} ${others === 1 ? "request was no call" : "requests were no calls"} of SWF`,
			...{ clauses: [], replay, checks: { reached: 0, declared: 0 } },
		},
		[],
		new Map(),
	);
