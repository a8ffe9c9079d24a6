import { join, resolve } from "node:path";
import { type ReportFormat, renderers, usualFormats } from "../../reports/renderers.ts";
import type { ReportSource } from "../../reports/report.ts";
import { didYouMean } from "../scenario/problem.ts";
import { errorText } from "../unwritten.ts";
import { UsageError } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

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

/** Where a report goes. */
export const fileOf = ({ format, file }: WantedReport, folder: string): string =>
	resolve(file ?? join(folder, `report.${renderers[format].extension}`));

/** What became of the reports. */
export interface WrittenReports {
	/** Paths of the files that there are. */
	readonly files: readonly string[];
	/** A line for each that could not be written where it was to be. */
	readonly problems: readonly string[];
}

/**
 * Writes the reports that were asked for, the usual formats without any asked for, one after another. Trouble with one does not keep the others
 * back: it goes to the spare folder instead, and that is told.
 */
export async function writeReports(
	report: ReportSource,
	{
		wanted,
		folder,
		spare,
	}: { readonly wanted: readonly WantedReport[]; readonly folder: string; readonly spare: () => Promise<string> },
): Promise<WrittenReports> {
	const files: string[] = [];
	const problems: string[] = [];
	for (const each of wanted.length === 0 ? usualFormats.map((format): WantedReport => ({ format })) : wanted) {
		const { extension, render } = renderers[each.format];
		const path = fileOf(each, folder);
		try {
			await writeWhole(path, render(report));
			files.push(path);
		} catch (error) {
			if (!isOfTheSystem(error)) throw error;
			const instead = await spare()
				.then(async (at) => {
					const other = join(at, `report.${extension}`);
					await writeWhole(other, render(report));
					files.push(other);
					return `written to ${other} instead`;
				})
				.catch((also: unknown) => `nor anywhere else, ${errorText(also)}`);
			problems.push(`${path}: not written, ${errorText(error)}; ${instead}`);
		}
	}
	return { files, problems };
}

/** A defect of a renderer is not the disk's. */
const isOfTheSystem = (error: unknown): boolean => error instanceof Error && "code" in error;
