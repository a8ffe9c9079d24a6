import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { incoherenceOf } from "./coherence.ts";
import type { Report } from "./report.ts";
import { ReportError } from "./report-error.ts";
import { shortened, visibleLine } from "./visible.ts";

/**
 * Reads a report that anybody may have written: its text, and the name of the file for messages.
 *
 * @throws {ReportError} where it is not JSON, not a report, of another format version, or contradicts itself.
 */
export async function readReport(text: string, file: string): Promise<Report> {
	const document = parsed(text, file);
	refuseOthers(document, file);
	validator ??= compile();
	const isReport = await validator;
	if (!isReport(document))
		throw new ReportError(file, mismatch(isReport.errors?.[0], document), "write the report again with this version of the kit");
	const incoherence = incoherenceOf(document);
	if (incoherence !== undefined) throw new ReportError(file, incoherence, "take the report as the run wrote it");
	return document;
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

function refuseOthers(document: unknown, file: string): void {
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

let validator: Promise<ValidateFunction<Report>> | undefined;

/** Compiled when the first report is read: loading the validator is a large part of the start of a process that reads none. */
async function compile(): Promise<ValidateFunction<Report>> {
	const [{ Ajv2020 }, schema] = await Promise.all([import("ajv/dist/2020.js"), readFile(schemaFile(), "utf8")]);
	return new Ajv2020({ verbose: false }).compile<Report>(JSON.parse(schema));
}

/** The published schema lies in `specs/` of the package, above this file both in the sources and in `dist/`. */
function schemaFile(from = new URL("./", import.meta.url)): URL {
	const file = new URL("specs/report.schema.json", from);
	if (existsSync(file)) return file;
	const parent = new URL("../", from);
	if (parent.href === from.href) throw new Error("specs/report.schema.json is missing; install swf-conformance again");
	return schemaFile(parent);
}

function mismatch(error: ErrorObject | undefined, document: unknown): string {
	if (error === undefined) return "it does not fit the schema of reports";
	const detail: unknown = error.params["additionalProperty"] ?? error.params["allowedValues"] ?? error.params["allowedValue"];
	const where = error.instancePath === "" ? "the document" : error.instancePath;
	const found = valueAt(document, error.instancePath);
	const seen = typeof found === "object" && found !== null ? "" : `, found ${JSON.stringify(found)}`;
	return shown(`${where} ${error.message ?? "is wrong"}${detail === undefined ? "" : ` (${String(detail)})`}${seen}`);
}

const valueAt = (document: unknown, pointer: string): unknown =>
	pointer
		.split("/")
		.slice(1)
		.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
		.reduce<unknown>(
			(value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
			document,
		);

const shown = (text: string): string => shortened(visibleLine(text), 300);
