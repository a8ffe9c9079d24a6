import type { CaseReport } from "../../reports/report.ts";
import { invariantFindings } from "../checks/invariants.ts";
import { observe } from "../checks/observe.ts";
import type { Exchange } from "../evidence.ts";
import { weightOf } from "../play/allowance.ts";
import { rules } from "../rules.ts";
import { caseReport } from "./case-report.ts";

/** What a session tells of executions, kept to be judged as a whole at its end. */
export interface Histories {
	readonly add: (exchange: Exchange) => void;
	/** Nothing where no history was seen. */
	readonly report: (replay: string) => readonly CaseReport[];
}

/** What the answers that are kept may weigh; a session may last longer than memory does. */
const mostKept = 48 * 1024 * 1024;

const telling: readonly string[] = [
	"StartWorkflowExecution",
	"GetWorkflowExecutionHistory",
	"PollForDecisionTask",
	"PollForActivityTask",
	"DescribeWorkflowExecution",
	"ListOpenWorkflowExecutions",
	"ListClosedWorkflowExecutions",
];

/** @param most what the answers that are kept may weigh, as `weightOf` weighs them */
export function createHistories(most = mostKept): Histories {
	const kept: Exchange[] = [];
	let size = 0;
	return {
		add(exchange) {
			if (exchange.outcome.kind !== "answer" || !telling.includes(exchange.operation)) return;
			size += weightOf(exchange);
			if (size <= most) kept.push(exchange);
		},
		report(replay) {
			if (kept.length === 0) return [];
			const all = { reached: kept.length, declared: kept.length };
			const cut =
				size <= most
					? {}
					: { reason: `only the first answers about executions, as many as ${most} bytes hold, were kept and judged` };
			const told = { id: "proxy/histories", clauses: laws, replay, checks: all, ...cut };
			return [caseReport(told, invariantFindings(observe(kept), kept), new Map(kept.entries()))];
		},
	};
}

const laws = rules.filter(({ kind }) => kind === "invariant").map(({ clause }) => clause);
