import { wrapAnsi } from "fast-wrap-ansi";
import type picocolors from "picocolors";
import type { Verdict } from "./report.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** How a terminal is written to: colours that may do nothing, and the columns there are. */
export interface TerminalStyle {
	readonly paint: Colors;
	readonly width: number;
}

/** The colour of each verdict; what asks for somebody's attention is not green. */
export const verdictColors: { readonly [verdict in Verdict]: (paint: Colors) => Colors["red"] } = {
	pass: (paint) => paint.green,
	fail: (paint) => paint.red,
	warn: (paint) => paint.yellow,
	unsupported: (paint) => paint.cyan,
	inconclusive: (paint) => paint.yellow,
	error: (paint) => paint.magenta,
	skipped: (paint) => paint.dim,
	"expected-failure": (paint) => paint.dim,
	"unexpected-pass": (paint) => paint.red,
};

/** Text in lines of at most `width` columns; a word that is longer is broken. */
export const wrapTo = (text: string, width: number): readonly string[] =>
	wrapAnsi(text, width, { hard: true, trim: false })
		.split("\n")
		.map((line) => line.trimEnd());
