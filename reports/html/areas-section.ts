import { percent, verdictsGiven } from "../figures.ts";
import type { ReportFrame, Score } from "../report.ts";
import { visibleLine } from "../visible.ts";
import type { Markup } from "./markup.ts";

/** Where a link to some of the cases leads: the script shows only these, and without it the reader comes to the area. */
const linkToArea = (area: string, verdict?: string): string =>
	`#${verdict === undefined ? "" : `verdict=${verdict}&`}area=${encodeURIComponent(visibleLine(area))}`;

/** A row an area: divergence and coverage beside one another, and how many cases got which verdict. */
export function areasSection(frame: ReportFrame): Markup {
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
			{ class: "wide", role: "region", "aria-label": "Figures of each area", tabindex: 0 },
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
