import type { ReportAnswers } from "../reports/report.ts";
import { shortened, visibleLine } from "../reports/visible.ts";
import type { Evidence, Exchange } from "./evidence.ts";

/** What the answers of a target say of it beside what they were asked, gathered as exchanges end. */
export interface Answers {
	/** @param sentAt epoch milliseconds, by the clock of this machine */
	readonly add: (exchange: Pick<Exchange, "response" | "durationMs">, sentAt: number) => void;
	/** Undefined where they said nothing. */
	readonly told: () => ReportAnswers | undefined;
}

/** A target may call itself something else in each answer. */
const mostServers = 8;
const longestServer = 200;
/** Milliseconds; of an answer that took longer nobody knows when it was given. */
const soon = 2_000;
/** And tell another time in each. */
const mostSkews = 1_000;

/** @param clock a virtual clock has no skew */
export function createAnswers(clock: "virtual" | "wall"): Answers {
	let servers: readonly string[] = [];
	const skews = new Map<number, number>();
	return {
		add({ response, durationMs }, sentAt) {
			const { server, date } = response?.headers ?? {};
			const named = server === undefined ? "" : shortened(visibleLine(server), longestServer);
			// The first by name, so that the order in which cases end does not matter.
			if (named !== "" && !servers.includes(named)) servers = [...servers, named].sort().slice(0, mostServers);
			if (clock === "virtual" || date === undefined || durationMs > soon) return;
			// The header has whole seconds: the target's time lies half a second after it, give or take half a second.
			const skew = Math.round((Date.parse(date) + 500 - (sentAt + durationMs / 2)) / 1000);
			if (Number.isNaN(skew) || (skews.size >= mostSkews && !skews.has(skew))) return;
			skews.set(skew, (skews.get(skew) ?? 0) + 1);
		},
		told() {
			const skewSeconds = medianOf(skews);
			if (servers.length === 0 && skewSeconds === undefined) return undefined;
			return {
				...(servers.length === 0 ? {} : { servers }),
				...(skewSeconds === undefined ? {} : { skewSeconds }),
			};
		},
	};
}

/** Adds all that was answered in one case, as far as it is known when that was. */
export function addAnswers(answers: Answers, { ended, durationMs, exchanges }: Evidence): void {
	const began = ended === undefined ? Number.NaN : Date.parse(ended) - durationMs;
	for (const exchange of exchanges) answers.add(exchange, began + exchange.sentAfterMs);
}

/** The value in the middle, of values and how often each was seen: what a few answers make up does not move it. */
function medianOf(counts: ReadonlyMap<number, number>): number | undefined {
	const sorted = [...counts].sort(([one], [other]) => one - other);
	let left = sorted.reduce((sum, [, count]) => sum + count, 0) / 2;
	return sorted.find(([, count]) => {
		left -= count;
		return left <= 0;
	})?.[0];
}
