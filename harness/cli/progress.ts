import picocolors from "picocolors";
import type { CaseReport, Verdict } from "../../reports/report.ts";
import type { Terminal } from "./terminal.ts";

/** Tells how a run is getting on: one line that redraws itself on a terminal, a line a case elsewhere, nothing when quiet. */
export interface Progress {
	played(report: CaseReport): void;
	done(): void;
}

const bad: readonly Verdict[] = ["fail", "error", "inconclusive", "unexpected-pass"];

export function createProgress(terminal: Terminal, total: number, quiet: boolean): Progress {
	if (quiet) return { played: () => undefined, done: () => undefined };
	const paint = picocolors.createColors(terminal.color);
	let count = 0;
	let unexpected = 0;
	const clear = "\r\u001b[2K";
	return {
		played({ id, verdict, durationMs }) {
			count += 1;
			if (bad.includes(verdict)) unexpected += 1;
			if (!terminal.isLive) return terminal.err(`${verdict.padEnd(16)} ${id} ${Math.round(durationMs)} ms\n`);
			const text = `${count}/${total}  ${unexpected} unexpected  ${id}`.slice(0, Math.max(20, terminal.width - 1));
			terminal.err(`${clear}${unexpected > 0 ? paint.red(text) : text}`);
		},
		done() {
			if (terminal.isLive) terminal.err(clear);
		},
	};
}
