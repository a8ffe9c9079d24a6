import { coverageText, divergenceText, interruptedText, percent, verdictsGiven } from "../figures.ts";
import type { ReportFrame, Score } from "../report.ts";
import type { Markup } from "./markup.ts";
import { verdictBadge } from "./verdict-badge.ts";

/** What the page says before the cases: what was measured on what, the two figures, what is wrong with expectations, and the areas. */
export const pageHead = (frame: ReportFrame): readonly Markup[] => [
	["a", { class: "skip", href: "#cases" }, "Skip to the cases"],
	[
		"header",
		{ class: "top" },
		["h1", {}, ["small", {}, "SWF conformance of"], " ", frame.target.name],
		[
			"div",
			{ class: "tools", hidden: true },
			["button", { type: "button", id: "theme" }, "Dark"],
			["button", { type: "button", id: "print" }, "Print"],
		],
	],
];

/** What the page says of the run as a whole. */
export const summarySections = (frame: ReportFrame): readonly Markup[] => [
	[
		"section",
		{ "aria-labelledby": "summary" },
		["h2", { id: "summary" }, "Summary"],
		...(frame.interrupted ? [["p", { class: "notice" }, interruptedText] as const] : []),
		[
			"dl",
			{ class: "figures" },
			figure("Divergence", divergenceText(frame.summary), "bad"),
			figure("Coverage", coverageText(frame.summary), "good"),
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
		[
			"dl",
			{ class: "facts" },
			...factsOf(frame).map(([name, ...inner]): Markup => ["div", {}, ["dt", {}, name], ["dd", {}, ...inner]]),
		],
	],
	...unmetSection(frame),
	...(Object.keys(frame.summary.suites).length === 0 ? [] : [areasSection(frame)]),
];

/** A share stands out from what it is a share of. */
function figure(name: string, text: string, kind = ""): Markup {
	const [share = "", rest] = text.split(" (");
	const inner: readonly Markup[] = rest === undefined ? [] : [" ", ["small", {}, rest.replace(/\)$/, "")]];
	return ["div", { class: kind }, ["dt", {}, name], ["dd", {}, ["strong", {}, share], ...inner]];
}

const factsOf = ({
	kit,
	target,
	client,
	clock,
	started,
	ended,
	expectations,
}: ReportFrame): readonly (readonly [string, ...Markup[]])[] => [
	[
		"Target",
		["code", {}, target.name],
		" at ",
		["code", {}, target.endpoint],
		`, region ${target.region}${target.version === undefined ? "" : `, version ${target.version}`}`,
	],
	...(target.image === undefined
		? []
		: [["Image", ["code", {}, target.image.name], ", ", ["code", {}, target.image.digest ?? target.image.id]] as const]),
	["Client", ["code", {}, client.name], ` ${client.version}`, ...packagesOf(client.packages)],
	["Clock", clock],
	["Kit", `${kit.version}, Node ${kit.node}, suites `, ["code", {}, kit.suites]],
	["Run", ["time", { datetime: started }, started], " to ", ["time", { datetime: ended }, ended]],
	...(expectations === undefined ? [] : [["Expectations", ["code", {}, expectations]] as const]),
];

function packagesOf(packages: ReportFrame["client"]["packages"] = {}): readonly Markup[] {
	const each = Object.entries(packages).map(([name, version]): Markup => ["li", {}, ["code", {}, `${name}@${version}`]]);
	return each.length === 0
		? []
		: [["details", {}, ["summary", {}, `${each.length} package${each.length === 1 ? "" : "s"}`], ["ul", {}, ...each]]];
}

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

/** Where a link to some of the cases leads: the script shows only these, and without it the reader comes to the area. */
const linkToArea = (area: string, verdict?: string): string =>
	`#${verdict === undefined ? "" : `verdict=${verdict}&`}area=${encodeURIComponent(area)}`;

function areasSection(frame: ReportFrame): Markup {
	const given = verdictsGiven(frame);
	const heads = ["Area", "Divergence", "Coverage", ...given];
	const rows = Object.entries(frame.summary.suites).map(
		([area, { verdicts, ...score }]): Markup => [
			"tr",
			{},
			["th", { scope: "row" }, ["a", { href: linkToArea(area) }, area]],
			["td", {}, ...shareOf(score, score.failed, score.divergence)],
			["td", {}, ...shareOf(score, score.supported, score.coverage)],
			...given.map((verdict): Markup => {
				const count = String(verdicts[verdict]);
				return count === "0"
					? ["td", { class: "none" }, "·"]
					: ["td", {}, ["a", { href: linkToArea(area, verdict), "aria-label": `${count} ${verdict} in ${area}` }, count]];
			}),
		],
	);
	return [
		"section",
		{ "aria-labelledby": "areas" },
		["h2", { id: "areas" }, "Areas"],
		[
			"p",
			{ class: "note" },
			"Divergence is the share of scored cases that failed, coverage the share that the target supports. They are never added.",
		],
		[
			"div",
			{ class: "wide", role: "region", "aria-labelledby": "areas", tabindex: 0 },
			[
				"table",
				{},
				["caption", { class: "unseen" }, "Divergence, coverage and verdicts of each area"],
				["thead", {}, ["tr", {}, ...heads.map((head): Markup => ["th", { scope: "col" }, head])]],
				["tbody", {}, ...rows],
			],
		],
	];
}

const shareOf = ({ scored }: Score, part: number, share: number): readonly Markup[] =>
	scored === 0 ? ["not scored"] : [percent(share), " ", ["small", {}, `${part} of ${scored}`]];
