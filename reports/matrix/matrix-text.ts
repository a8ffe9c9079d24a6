import { percent } from "../figures.ts";
import type { Score } from "../report.ts";
import { visibleLine } from "../visible.ts";
import type { ClauseScore, Matrix, MatrixColumn } from "./matrix.ts";

/** `moto 5.2.5`: what was measured, in one line that is safe on a terminal. */
export const targetText = ({ target }: Pick<MatrixColumn, "target">): string =>
	visibleLine([target.name, ...(target.version === undefined ? [] : [target.version])].join(" "));

/** Through what, likewise. */
export const clientText = ({ client }: Pick<MatrixColumn, "client">): string => visibleLine(client.name);

/** `12.3 %`, or a point where nothing is scored. */
export const shareText = ({ scored }: Score, share: number): string => (scored === 0 ? "·" : percent(share));

/** The names of the profiles that were asked for. */
export const profileNames = ({ columns }: Matrix): readonly string[] =>
	columns[0]?.profiles.map(({ outcome }) => outcome.name) ?? [];

export const clauseText = ({ clause, failed, scored }: ClauseScore): string =>
	failed === 0
		? `${visibleLine(clause)} holds in all of ${scored} cases`
		: `${visibleLine(clause)} fails in ${failed} of ${scored} cases`;

/** What has to be known of the columns before they are compared: figures of other questions, or of a part of them. */
export function matrixNotes({ columns }: Matrix): readonly string[] {
	const suites = new Set(columns.map(({ kit }) => kit.suites));
	const versions = new Set(columns.map(({ kit }) => kit.version));
	return [
		...(suites.size > 1 ? ["The reports are of different suites: their figures answer different questions."] : []),
		...(versions.size > 1 ? ["The reports are of different versions of the kit."] : []),
		...columns.flatMap((column, index) =>
			column.interrupted ? [`[${index + 1}] was interrupted: it tells of what was played until then.`] : [],
		),
	];
}

export const figuresText =
	"Divergence is the share of scored cases that failed, coverage the share that the target supports. They are never added.";
