import type { Comparison } from "./comparison.ts";
import { renderComparisonMarkdown } from "./render-comparison-markdown.ts";
import { renderComparisonText } from "./render-comparison-text.ts";

/** The forms in which a comparison is told piece by piece, by the name that selects them. */
export const comparisonRenderers = {
	text: (comparison) => [renderComparisonText(comparison)],
	markdown: renderComparisonMarkdown,
	json: (comparison) => [`${JSON.stringify(comparison, null, "\t")}\n`],
} satisfies Record<string, (comparison: Comparison) => Iterable<string> | AsyncIterable<string>>;

export type ComparisonFormat = keyof typeof comparisonRenderers;
