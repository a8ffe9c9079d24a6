import picocolors from "picocolors";
import { type CaseReport, type ReportFrame, type Verdict, verdicts } from "../../reports/report.ts";
import { caseLines } from "../../reports/terminal-case.ts";
import { verdictColors } from "../../reports/terminal-style.ts";
import { visibleLine } from "../../reports/visible.ts";
import type { Terminal } from "../cli/terminal.ts";
import { describeProblem, type Problem } from "../scenario/problem.ts";

/** Tells in few lines what is going on. */
export interface RoundTeller {
	watching(cases: number, target: string): void;
	/** @param cases how many may be affected */
	changed(paths: readonly string[], cases: number): void;
	problems(problems: readonly Problem[]): void;
	note(text: string): void;
	began(cases: number): void;
	/** @param clauses those that the report names, by id */
	played(one: CaseReport, before: Verdict | undefined, clauses: ReportFrame["clauses"]): void;
	/** @param all verdicts of all cases that are watched */
	ended(milliseconds: number, all: readonly Verdict[]): void;
}

/** Of more cases than this in a round those that pass as before are only counted. */
const mostLines = 20;
/** Of more changed files than this only the first are named. */
const mostNames = 3;
const wantsReading: ReadonlySet<Verdict> = new Set(["fail", "unexpected-pass", "error", "inconclusive", "warn"]);

export function createRoundTeller(terminal: Terminal): RoundTeller {
	const paint = picocolors.createColors(terminal.color);
	const style = { paint, width: Math.max(40, terminal.width) };
	let round: { readonly isLong: boolean; readonly verdicts: Verdict[] } = { isLong: false, verdicts: [] };
	const say = (line: string) => terminal.out(`${line}\n`);
	const counts = (all: readonly Verdict[]) =>
		verdicts
			.map((verdict) => ({ verdict, count: all.filter((each) => each === verdict).length }))
			.flatMap(({ verdict, count }) => (count === 0 ? [] : [verdictColors[verdict](paint)(`${count} ${verdict}`)]))
			.join(", ");

	return {
		watching: (cases, target) => say(`watching ${casesText(cases)} on ${visibleLine(target)}; Ctrl-C ends it`),
		changed(paths, cases) {
			const more = paths.length > mostNames ? ` and ${paths.length - mostNames} more` : "";
			say(`\n${paint.bold(`${paths.slice(0, mostNames).map(visibleLine).join(", ")}${more}`)}: ${casesText(cases)}`);
		},
		problems(problems) {
			for (const problem of problems) say(paint.red(visibleLine(describeProblem(problem))));
		},
		note: (line) => say(line.split("\n").map(visibleLine).join("\n")),
		began(cases) {
			round = { isLong: cases > mostLines, verdicts: [] };
		},
		played(one, before, clauses) {
			const { id, verdict, durationMs } = one;
			round.verdicts.push(verdict);
			if (wantsReading.has(verdict)) return say(caseLines(one, { clauses }, style).join("\n"));
			const isNews = before !== undefined && before !== verdict;
			if (round.isLong && !isNews) return;
			const was = isNews ? `, was ${before}` : "";
			say(`${verdictColors[verdict](paint)(verdict)}  ${visibleLine(id)}  ${paint.dim(`${Math.round(durationMs)} ms${was}`)}`);
		},
		ended(milliseconds, all) {
			const count = round.verdicts.length;
			if (count === 0) return;
			const rest = all.length > count ? `; of all ${all.length}: ${counts(all)}` : "";
			say(`${casesText(count)}: ${counts(round.verdicts)} in ${(milliseconds / 1000).toFixed(2)} s${rest}`);
		},
	};
}

const casesText = (count: number): string => (count === 1 ? "1 case" : `${count} cases`);
