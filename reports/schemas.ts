import { readFile } from "node:fs/promises";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { packageFile } from "./package-file.ts";
import { shortened, visibleLine } from "./visible.ts";

/** What is wrong with a value by a published schema, and where; undefined if it fits. */
export type Fits = (value: unknown) => string | undefined;

export interface ReportSchemas {
	/** `specs/report.schema.json` */
	readonly report: Fits;
	/** `specs/report-line.schema.json`, of its four kinds of line by the member `record`. */
	readonly line: Fits;
}

let compiled: Promise<ReportSchemas> | undefined;

/** The schemas, compiled when first asked for: loading the validator is a large part of the start of a process that reads no report. */
export function reportSchemas(): Promise<ReportSchemas> {
	compiled ??= compile();
	return compiled;
}

async function compile(): Promise<ReportSchemas> {
	const [{ Ajv2020 }, report, line] = await Promise.all([
		import("ajv/dist/2020.js"),
		readSchema("report.schema.json"),
		readSchema("report-line.schema.json"),
	]);
	const ajv = new Ajv2020({ verbose: false }).addSchema(report).addSchema(line);
	const byRef = (ref: string): ValidateFunction => {
		const validate = ajv.getSchema(ref);
		if (validate === undefined) throw new Error(`the schema ${ref} is missing`);
		return validate;
	};
	const records = ["header", "clause", "case", "footer"];
	return {
		report: (value) => problemOf(byRef("urn:swf-conformance:report:1"), value),
		line: (value) => {
			const record = valueAt(value, "/record");
			const kind = records.find((each) => each === record);
			if (kind === undefined) return `/record must be one of ${records.join(", ")}`;
			return problemOf(byRef(`urn:swf-conformance:report-line:1#/$defs/${kind}`), value);
		},
	};
}

const problemOf = (validate: ValidateFunction, value: unknown): string | undefined =>
	validate(value) ? undefined : mismatch(validate.errors?.[0], value);

const readSchema = async (name: string): Promise<object> => JSON.parse(await readFile(packageFile(`specs/${name}`), "utf8"));

function mismatch(error: ErrorObject | undefined, document: unknown): string {
	if (error === undefined) return "it does not fit the schema";
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
