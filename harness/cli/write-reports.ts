import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type ReportFormat, renderers } from "../../reports/renderers.ts";
import type { Report } from "../../reports/report.ts";
import { didYouMean } from "../scenario/problem.ts";
import { UsageError } from "./terminal.ts";

/** A report that was asked for, and where it goes. */
export interface WantedReport {
	readonly format: ReportFormat;
	readonly file?: string;
}

const formats = Object.keys(renderers) as readonly ReportFormat[];

/** Reads `FORMAT` or `FORMAT=FILE`. Throws a UsageError for a format that there is not. */
export function parseWantedReport(text: string): WantedReport {
	const [name = "", ...rest] = text.split("=");
	const format = formats.find((known) => known === name);
	if (format === undefined)
		throw new UsageError(
			`--report ${text}: there is no format ${name}; expected ${formats.join(", ")}, as --report junit=junit.xml.${didYouMean(name, formats)}`,
		);
	const file = rest.join("=");
	return file === "" ? { format } : { format, file };
}

/** Writes the reports that were asked for, all formats without any asked for, and tells the files. */
export async function writeReports(report: Report, wanted: readonly WantedReport[], folder: string): Promise<readonly string[]> {
	const all = wanted.length === 0 ? formats.map((format): WantedReport => ({ format })) : wanted;
	return Promise.all(
		all.map(async ({ format, file }) => {
			const { extension, render } = renderers[format];
			const path = resolve(file ?? join(folder, `report.${extension}`));
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, await render(report));
			return path;
		}),
	);
}
