import { readFileSync, writeFileSync } from "node:fs";
import type { OpenAPIV3_1 } from "openapi-types";
import { parse } from "yaml";

type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject;

/** A schema of the document. Beside a reference stands what the document says of this place alone. */
export type DocumentSchema = OpenAPIV3_1.SchemaObject & { readonly "x-swf-fault"?: "modelled" | "common" };

/** The contract document, as far as it is typed. */
export const parseDocument = (openapi: string): OpenAPIV3_1.Document => parse(openapi);

/** The schemas of the document by name. */
export const schemasOf = (document: OpenAPIV3_1.Document): Readonly<Record<string, DocumentSchema>> =>
	document.components?.schemas ?? {};

const nameOf = (schema: Schema | undefined): string => {
	if (schema === undefined || !("$ref" in schema)) throw new Error("every member of the document refers to a schema by name");
	return schema.$ref.slice("#/components/schemas/".length);
};

const range = (min: number | undefined, max: number | undefined) => ({
	...(min === undefined ? {} : { min }),
	...(max === undefined ? {} : { max }),
});

/** What a member asks of its text beside what its shape asks; of a task list, of its name. */
function patternOf(member: Schema & Pick<OpenAPIV3_1.SchemaObject, "pattern" | "properties">): string | undefined {
	const name: DocumentSchema | undefined = member.properties?.["name"];
	return member.pattern ?? name?.pattern;
}

function structureOf({ properties = {}, required = [] }: DocumentSchema) {
	const members = Object.entries(properties).filter(([member]) => member !== "__type");
	const patterns = members.flatMap(([member, of]) => {
		const pattern = patternOf(of);
		return pattern === undefined ? [] : [[member, pattern]];
	});
	return {
		type: "structure",
		members: Object.fromEntries(members.map(([member, of]) => [member, nameOf(of)])),
		required: required.filter((member) => member !== "__type"),
		...(patterns.length === 0 ? {} : { patterns: Object.fromEntries(patterns) }),
	};
}

function shapeOf(schema: DocumentSchema): Record<string, unknown> {
	switch (schema.type) {
		case "object":
			return structureOf(schema);
		case "array":
			return { type: "list", member: nameOf(schema.items), ...range(schema.minItems, schema.maxItems) };
		case "string":
			return {
				type: "string",
				...range(schema.minLength, schema.maxLength),
				...(schema.pattern === undefined ? {} : { pattern: schema.pattern }),
				...(schema.enum === undefined ? {} : { values: schema.enum }),
			};
		case "integer":
			return { type: schema.format === "int64" ? "long" : "integer", ...range(schema.minimum, schema.maximum) };
		case "number":
			return { type: "timestamp" };
		case "boolean":
			return { type: "boolean" };
		default:
			throw new Error(`the document uses a type that SWF has not: ${String(schema.type)}`);
	}
}

type Answer = OpenAPIV3_1.ResponseObject | OpenAPIV3_1.ReferenceObject | undefined;

/** What an operation answers with a status: one shape, several to tell apart, or none where the body is empty. */
function answersOf(answer: Answer): readonly string[] {
	if (answer === undefined) throw new Error("every operation says what it answers with 200 and 400");
	if ("$ref" in answer) return [];
	const schema = answer.content?.["application/x-amz-json-1.0"]?.schema;
	if (schema === undefined) return [];
	return "oneOf" in schema ? (schema.oneOf ?? []).map(nameOf) : [nameOf(schema)];
}

function operationOf(operation: OpenAPIV3_1.OperationObject, schemas: ReturnType<typeof schemasOf>) {
	const { requestBody } = operation;
	if (requestBody === undefined || "$ref" in requestBody) throw new Error("every operation has a request body of its own");
	const [output, idle] = answersOf(operation.responses?.["200"]);
	return {
		input: nameOf(requestBody.content["application/x-amz-json-1.0"]?.schema),
		...(output === undefined ? {} : { output }),
		...(idle === undefined ? {} : { idle }),
		faults: answersOf(operation.responses?.["400"]).filter((fault) => schemas[fault]?.["x-swf-fault"] === "modelled"),
	};
}

/** What `__type` says of a fault; where the document has several readings, the first. */
function wireName(fault: string, { properties }: DocumentSchema): string {
	const type: DocumentSchema | undefined = properties?.["__type"];
	return String(type?.const ?? type?.enum?.[0] ?? fault);
}

const declaration = (name: string, value: unknown) => `export const ${name} = ${JSON.stringify(value, null, "\t")} as const;`;

/** The text of `specs/wire/shapes.ts`, derived from the text of `specs/swf.openapi.yaml`. */
export function shapesModule(openapi: string): string {
	const document = parseDocument(openapi);
	const schemas = schemasOf(document);
	const operations = Object.values(document.paths ?? {}).map((item) => {
		if (item?.post?.operationId === undefined) throw new Error("every path holds one POST with an operationId");
		return [item.post.operationId, operationOf(item.post, schemas)];
	});
	const shapes = Object.entries(schemas).filter(([, schema]) => schema.type !== undefined && schema["x-swf-fault"] !== "common");
	const faults = (kind: "modelled" | "common") =>
		Object.entries(schemas).flatMap(([name, schema]) => (schema["x-swf-fault"] === kind ? [[name, wireName(name, schema)]] : []));
	return [
		"// Generated from specs/swf.openapi.yaml by `npm run generate`; do not edit.",
		declaration("operationShapes", Object.fromEntries(operations)),
		declaration("shapeTable", Object.fromEntries(shapes.map(([name, schema]) => [name, shapeOf(schema)]))),
		declaration("modelledFaultTypes", Object.fromEntries(faults("modelled"))),
		declaration("commonFaultTypes", Object.fromEntries(faults("common"))),
		"",
	].join("\n");
}

const [, , openapi, output] = process.argv;
if (openapi !== undefined && output !== undefined) writeFileSync(output, shapesModule(readFileSync(openapi, "utf8")));
