import type { TestContext } from "vitest";
import { messageOf } from "../../reports/case-message.ts";
import { caseText } from "../../reports/case-text.ts";
import { clausesOf } from "../../reports/finding-text.ts";
import { redactCase } from "../../reports/redact-report.ts";
import type { CaseReport, Verdict } from "../../reports/report.ts";
import type { Clause } from "../../specs/clause.ts";
import { reportClause } from "../report-log.ts";
import { plainError } from "./plain-error.ts";

/** What is kept of a case until its test asks. */
export interface Told extends Pick<CaseReport, "verdict" | "expectedBy"> {
	/** Why, in one line. */
	readonly message: string;
	/** All that is needed to act on it; empty for a pass. */
	readonly text: string;
}

export type Outcome = "passes" | "passes, annotated" | "fails" | "is skipped";

/** What a test does whose case got a verdict. */
export const outcomes = {
	pass: "passes",
	warn: "passes, annotated",
	fail: "fails",
	"unexpected-pass": "fails",
	error: "fails",
	inconclusive: "fails",
	unsupported: "is skipped",
	skipped: "is skipped",
	"expected-failure": "is skipped",
} as const satisfies Record<Verdict, Outcome>;

const outcomeOf = ({ verdict, expectedBy }: Told): Outcome =>
	verdict === "inconclusive" && expectedBy !== undefined ? "is skipped" : outcomes[verdict];

/** Makes texts of a case, without its secrets, so that its exchanges need not be kept. */
export function toldOf(given: CaseReport, clauses: ReadonlyMap<string, Clause>): Told {
	const { verdict } = given;
	if (verdict === "pass") return { verdict, message: "", text: "" };
	const one = redactCase(given);
	const named = clausesOf(one).flatMap((id) => clauses.get(id) ?? []);
	const frame = { clauses: Object.fromEntries(named.map((clause) => [clause.id, reportClause(clause)])) };
	return {
		verdict,
		...(one.expectedBy === undefined ? {} : { expectedBy: one.expectedBy }),
		message: messageOf(one),
		text: caseText(one, frame),
	};
}

/** Lets a test end as its case did. */
export async function tellVerdict(told: Told, { annotate, skip }: TestContext, print: (text: string) => string): Promise<void> {
	switch (outcomeOf(told)) {
		case "passes":
			return;
		case "passes, annotated":
			await annotate(print(told.text), "warning");
			return;
		case "is skipped":
			return skip(print(`${told.verdict}: ${told.message}`));
		case "fails":
			throw plainError(print(told.text), told.verdict);
	}
}
