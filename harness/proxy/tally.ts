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
	let [calls, unanswered, unknown, durationMs] = [0, 0, 0, 0];
	let problem = "";
	return {
		add(position, exchange, broken) {
			calls += 1;
			durationMs += exchange.durationMs;
			if (refusesOperation(exchange)) unknown += 1;
			if (broken?.by === "upstream") {
				unanswered += 1;
				problem = broken.problem;
			}
			return collection.add(position, exchange);
		},
		report: (replay, witnesses) =>
			caseReport(
				{ id, clauses, replay, durationMs, checks: { reached: calls - unanswered, declared: calls }, ...otherwise() },
				collection.findings(),
				witnesses,
			),
	};

	function otherwise(): Partial<CaseReport> {
		if (scope === "envelope") return {};
		if (unknown === calls) return { verdict: "unsupported", reason: "the target does not know the operation" };
		if (unanswered === 0) return {};
		return { verdict: "inconclusive", reason: `${unanswered} of ${calls} calls were not answered: ${problem}` };
	}
}
