import { renderJson } from "./render-json.ts";
import { renderJunit } from "./render-junit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import type { ReportSource } from "./report.ts";

/**
 * A way to write a report down, piece by piece: cases are read as they are written, so that a report of any size takes little memory.
 * The libraries that a format takes are loaded only if it is asked for.
 */
export interface Renderer {
	/** Of the file, without the dot. */
	readonly extension: string;
	readonly render: (report: ReportSource) => AsyncIterable<string>;
}

/** The formats a report is written in, by the name that selects them. */
export const renderers = {
	json: { extension: "json", render: renderJson },
	junit: { extension: "xml", render: renderJunit },
	markdown: { extension: "md", render: renderMarkdown },
} satisfies Record<string, Renderer>;

export type ReportFormat = keyof typeof renderers;
