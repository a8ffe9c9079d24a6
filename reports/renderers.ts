import { renderJson } from "./render-json.ts";
import { renderJunit } from "./render-junit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import type { Report } from "./report.ts";

/** A way to write a report down. Rendering is asynchronous so that the libraries it takes are loaded only if it is asked for. */
export interface Renderer {
	/** Of the file, without the dot. */
	readonly extension: string;
	readonly render: (report: Report) => Promise<string>;
}

/** The formats a report is written in, by the name that selects them. */
export const renderers = {
	json: { extension: "json", render: renderJson },
	junit: { extension: "xml", render: renderJunit },
	markdown: { extension: "md", render: renderMarkdown },
} satisfies Record<string, Renderer>;

export type ReportFormat = keyof typeof renderers;
