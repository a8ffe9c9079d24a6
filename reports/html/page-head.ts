import { coverageText, divergenceText, interruptedText, verdictsGiven } from "../figures.ts";
import { listedIds, outcomeText, profileNotes } from "../profiles/profile-outcome.ts";
import type { ReportFrame } from "../report.ts";
import { areasSection } from "./areas-section.ts";
import type { Markup } from "./markup.ts";
import { runFacts } from "./run-facts.ts";
import { verdictBadge } from "./verdict-badge.ts";

/** What the page is about, and its buttons. */
export const pageHead = (frame: ReportFrame): readonly Markup[] => [
	["a", { class: "skip", href: "#cases" }, "Skip to the cases"],
	[
		"header",
		{ class: "top" },
		["h1", {}, ["small", {}, "SWF conformance of"], " ", frame.target.name],
		[
			"div",
			{ class: "tools", hidden: true },
			["button", { type: "button", id: "theme" }, "Dark theme"],
			["button", { type: "button", id: "print" }, "Print"],
		],
	],
];

/** What the page says of the run as a whole: the two figures, what was measured on what, unmet expectations, profiles, and the areas. */
export const summarySections = (frame: ReportFrame): readonly Markup[] => [
	[
		"section",
		{ "aria-labelledby": "summary" },
		["h2", { id: "summary" }, "Summary"],
		...(frame.interrupted ? [["p", { class: "notice" }, interruptedText] as const] : []),
		[
			"dl",
			{ class: "figures" },
			figure("Divergence", divergenceText(frame.summary)),
			figure("Coverage", coverageText(frame.summary)),
			figure("Cases", `${frame.summary.cases} (${frame.summary.scored} scored)`),
		],
		[
			"p",
			{ class: "counts" },
			...verdictsGiven(frame).flatMap((verdict): readonly Markup[] => [
				["span", {}, verdictBadge(verdict), ` ${frame.summary.verdicts[verdict]}`],
				" ",
			]),
		],
		runFacts(frame),
	],
	...unmetSection(frame),
	...profilesSection(frame),
	...(Object.keys(frame.summary.suites).length === 0 ? [] : [areasSection(frame)]),
];

/** A share stands out from what it is a share of. */
function figure(name: string, text: string): Markup {
	const [share = "", rest] = text.split(" (");
	const inner: readonly Markup[] = rest === undefined ? [] : [" ", ["small", {}, rest.replace(/\)$/, "")]];
	return ["div", {}, ["dt", {}, name], ["dd", {}, ["strong", {}, share], ...inner]];
}

const profilesSection = ({ profiles = [] }: ReportFrame): readonly Markup[] =>
	profiles.length === 0
		? []
		: [
				[
					"section",
					{ "aria-labelledby": "profiles" },
					["h2", { id: "profiles" }, "Profiles"],
					[
						"ul",
						{},
						...profiles.map((outcome): Markup => {
							const notes = profileNotes(outcome).map(
								({ what, ids }): Markup => ["p", { class: "note" }, `${what}: ${listedIds(ids, String)}`],
							);
							return ["li", {}, ["strong", {}, outcomeText(outcome)], ...notes];
						}),
					],
				],
			];

const unmetSection = ({ unmet = [] }: ReportFrame): readonly Markup[] =>
	unmet.length === 0
		? []
		: [
				[
					"section",
					{ "aria-labelledby": "unmet", class: "notice" },
					["h2", { id: "unmet" }, `Expectations that are not met (${unmet.length})`],
					["ul", {}, ...unmet.map((line): Markup => ["li", {}, line])],
				],
			];
