import { incoherenceOf } from "./coherence.ts";
import type { Report } from "./report.ts";
import { ReportError } from "./report-error.ts";
import { reportSchemas } from "./schemas.ts";
import { shortened, visibleLine } from "./visible.ts";

/**
 * Reads a report that anybody may have written: its text, and the name of the file for messages.
 *
 * @throws {ReportError} where it is not JSON, not a report, of another format version, or contradicts itself.
 */
export async function readReport(text: string, file: string): Promise<Report> {
	const document = parsed(text, file);
	refuseOthers(document, file);
	const schemas = await reportSchemas();
	const problem = schemas.report(document);
	if (problem !== undefined) throw new ReportError(file, problem, "write the report again with this version of the kit");
	const incoherence = incoherenceOf(document as Report);
	if (incoherence !== undefined) throw new ReportError(file, incoherence, "take the report as the run wrote it");
	return document as Report;
}

function parsed(text: string, file: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ""));
	} catch (error) {
		const found = text.trim() === "" ? "is empty" : "is not JSON";
		const why = error instanceof Error && found === "is not JSON" ? ` (${shown(error.message)})` : "";
		throw new ReportError(file, `expected a JSON report, but the file ${found}${why}`, whenCut);
	}
}

const whenCut = "if the run was cut off while it wrote, run it again or judge its evidence anew";

/** Refuses what does not say of itself that it is a report of this format. */
export function refuseOthers(document: unknown, file: string): void {
	const { report, format } = membersOf(document);
	if (report !== "swf-conformance")
		throw new ReportError(
			file,
			'expected a report of swf-conformance, which has the member "report": "swf-conformance"',
			"name a file that `--report json` wrote",
		);
	if (format !== 1)
		throw new ReportError(
			file,
			`expected format 1 of the report, found ${shown(JSON.stringify(format) ?? "none")}`,
			"read it with the version of the kit that wrote it, or write it again with this one",
		);
}

const membersOf = (document: unknown): { readonly report?: unknown; readonly format?: unknown } =>
	typeof document === "object" && document !== null ? document : {};

const shown = (text: string): string => shortened(visibleLine(text), 300);
