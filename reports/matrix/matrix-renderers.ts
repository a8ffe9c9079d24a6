import type { Matrix } from "./matrix.ts";
import { renderMatrixHtml } from "./render-matrix-html.ts";
import { renderMatrixMarkdown } from "./render-matrix-markdown.ts";
import { renderMatrixText } from "./render-matrix-text.ts";

/** The forms in which a matrix is told piece by piece, by the name that selects them. */
export const matrixRenderers = {
	text: (matrix) => [renderMatrixText(matrix)],
	markdown: renderMatrixMarkdown,
	html: renderMatrixHtml,
	json: (matrix) => [`${JSON.stringify(matrix, null, "\t")}\n`],
} satisfies Record<string, (matrix: Matrix) => Iterable<string> | AsyncIterable<string>>;

export type MatrixFormat = keyof typeof matrixRenderers;
