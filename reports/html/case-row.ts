import { messageOf } from "../case-message.ts";
import { informationalText } from "../figures.ts";
import type { CaseReport } from "../report.ts";
import { clausesNamed } from "../report-lines.ts";
import { shortened } from "../visible.ts";
import type { Markup } from "./markup.ts";
import { verdictBadge } from "./verdict-badge.ts";

const longestMessage = 300;

/** A case in the list: all that can be read without a script, and what the filters look at. Its details come in when it is opened. */
export function caseRow(one: CaseReport): Markup {
	const { id, verdict, level, durationMs, reason, findings } = one;
	const message =
		reason === undefined && findings.length === 0 ? [] : [shortened(messageOf({ ...one, level: "MUST" }), longestMessage)];
	const clauses = clausesNamed(one);
	return [
		"details",
		{ class: "case", id: `case=${id}` },
		[
			"summary",
			{},
			verdictBadge(verdict),
			" ",
			["span", { class: "id" }, id],
			" ",
			["span", { class: "duration" }, `${Math.round(durationMs)} ms`],
			...message.flatMap((text): readonly Markup[] => [" ", ["span", { class: "why" }, text]]),
			...(level === "MAY" ? [" ", ["small", {}, informationalText] as const] : []),
		],
		["p", { class: "cites" }, "Clauses: ", ...clauses.flatMap((clause): readonly Markup[] => [["code", {}, clause], " "])],
	];
}
