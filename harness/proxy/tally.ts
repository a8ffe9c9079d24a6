import type { CaseReport } from "../../reports/report.ts";
import type { Rule } from "../checks/contract/rule.ts";
import { type RuleName, rules } from "../checks/contract/rules.ts";
import { collectFindings } from "../checks/contract.ts";
import type { Exchange } from "../evidence.ts";
import { refusesOperation } from "../play/refusals.ts";
import { caseReport, type Witnesses } from "./case-report.ts";
import type { Passed } from "./passed.ts";

/** What is said of a number of calls under one id. */
export interface Tally {
	/** Returns whether the exchange shows something that none before it showed. */
	readonly add: (position: number, exchange: Exchange, broken: Passed["broken"]) => boolean;
	readonly report: (replay: string, witnesses: Witnesses) => CaseReport;
}

/** Holds calls against the rules of one scope, all of whose clauses they are taken to show. */
export function createTally(id: string, scope: Rule["scope"]): Tally {
	const clauses = (Object.keys(rules) as readonly RuleName[])
		.filter((name) => rules[name].scope === scope)
		.map((name) => `contract/${name}`);
	const collection = collectFindings(clauses, [scope]);
	let [calls, judged, broken, unknown, durationMs] = [0, 0, 0, 0, 0];
	let problem = "";
	return {
		add(position, exchange, breach) {
			calls += 1;
			if (exchange.response !== undefined) judged += 1;
			durationMs += exchange.durationMs;
			if (refusesOperation(exchange)) unknown += 1;
			if (breach?.by === "upstream") broken += 1;
			if ("problem" in exchange.outcome) problem = exchange.outcome.problem;
			return collection.add(position, exchange);
		},
		report: (replay, witnesses) =>
			caseReport(
				{ id, clauses, replay, durationMs, checks: { reached: judged, declared: calls }, ...otherwise() },
				collection.findings(),
				witnesses,
			),
	};

	function otherwise(): Partial<CaseReport> {
		if (judged === 0) {
			const what = calls === 1 ? "the call had no answer" : `none of ${calls} calls had an answer`;
			return { verdict: "inconclusive", reason: `${what} that could be judged: ${problem}` };
		}
		if (scope === "envelope") return {};
		if (unknown === calls) return { verdict: "unsupported", reason: "the target does not know the operation" };
		// A caller may leave a long poll; that says nothing of who holds it.
		if (broken === 0) return {};
		return { verdict: "inconclusive", reason: `${broken} of ${calls} calls were not answered: ${problem}` };
	}
}
