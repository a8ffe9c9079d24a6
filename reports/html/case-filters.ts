import { verdictsGiven } from "../figures.ts";
import type { ReportFrame } from "../report.ts";
import type { Markup } from "./markup.ts";
import { verdictBadge } from "./verdict-badge.ts";

/** The controls that choose among the cases, hidden until the script is there to obey them. */
export const caseFilters = (frame: ReportFrame): Markup => [
	"div",
	{ id: "filters", class: "filters", role: "search", "aria-label": "Cases", hidden: true },
	[
		"fieldset",
		{},
		["legend", {}, "Verdict"],
		...verdictsGiven(frame).map(
			(verdict): Markup => [
				"label",
				{},
				["input", { type: "checkbox", name: "verdict", value: verdict }],
				" ",
				verdictBadge(verdict),
				` ${frame.summary.verdicts[verdict]}`,
			],
		),
	],
	field("area", "Area", [
		"select",
		{ id: "area" },
		["option", { value: "" }, "all"],
		...Object.keys(frame.summary.suites).map((area): Markup => ["option", { value: area }, area]),
	]),
	field("clause", "Clause", [
		"input",
		{ type: "search", id: "clause", list: "clauses", autocomplete: "off", spellcheck: "false" },
	]),
	field("text", "Text", ["input", { type: "search", id: "text", autocomplete: "off", spellcheck: "false" }]),
	["datalist", { id: "clauses" }, ...Object.keys(frame.clauses).map((id): Markup => ["option", { value: id }])],
	["button", { type: "button", id: "reset" }, "Show all"],
];

const field = (id: string, name: string, control: Markup): Markup => [
	"div",
	{ class: "field" },
	["label", { for: id }, name],
	control,
];
