import { percent } from "./figures.ts";
import type { ReportFrame, ReportSource } from "./report.ts";

/** What shields.io takes from an endpoint, https://shields.io/badges/endpoint-badge: the two figures. Nothing in it is a target's. */
export async function* renderBadge({ frame }: ReportSource): AsyncIterable<string> {
	yield `${JSON.stringify({ schemaVersion: 1, label: "SWF conformance", ...shown(frame) }, null, 2)}\n`;
}

/** Green is only what was told for sure: a run that was cut short, or that could not tell of some cases, is grey or names them. */
function shown({ summary, interrupted }: ReportFrame): { readonly message: string; readonly color: string } {
	const { scored, divergence, coverage, verdicts } = summary;
	if (interrupted) return { message: "interrupted", color: "lightgrey" };
	if (scored === 0) return { message: "nothing scored", color: "lightgrey" };
	const untold = verdicts.error + verdicts.inconclusive;
	const figures = `divergence ${percent(divergence)}, coverage ${percent(coverage)}`;
	if (untold > 0) return { message: `${figures}, ${untold} untold`, color: divergence > 0 ? colorOf(divergence) : "lightgrey" };
	return { message: figures, color: colorOf(divergence) };
}

const colorOf = (divergence: number): string =>
	divergence === 0 ? "brightgreen" : divergence < 0.05 ? "yellow" : divergence < 0.2 ? "orange" : "red";
