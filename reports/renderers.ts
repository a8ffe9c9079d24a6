import { renderAnnotations } from "./render-annotations.ts";
import { renderBadge } from "./render-badge.ts";
import { renderCtrf } from "./render-ctrf.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { renderJunit } from "./render-junit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderTap } from "./render-tap.ts";
import type { ReportSource } from "./report.ts";

/**
 * A way to write a report down, piece by piece: cases are read as they are written, so that a report of any size takes little memory.
 * The libraries that a format takes are loaded only if it is asked for.
 */
export interface Renderer {
	/** Of the file, without the dot; no two formats have the same. */
	readonly extension: string;
	readonly render: (report: ReportSource) => AsyncIterable<string>;
}

/** The formats a report is written in, by the name that selects them. `docs/reports.md` says what each makes of a verdict. */
export const renderers = {
	json: { extension: "json", render: renderJson },
	junit: { extension: "xml", render: renderJunit },
	markdown: { extension: "md", render: renderMarkdown },
	html: { extension: "html", render: renderHtml },
	ctrf: { extension: "ctrf.json", render: renderCtrf },
	tap: { extension: "tap", render: renderTap },
	annotations: { extension: "annotations.txt", render: renderAnnotations },
	badge: { extension: "badge.json", render: renderBadge },
} satisfies Record<string, Renderer>;

export type ReportFormat = keyof typeof renderers;

/** What is written where no format was asked for. */
export const usualFormats: readonly ReportFormat[] = ["json", "junit", "markdown", "html"];
