import { readFileSync, writeFileSync } from "node:fs";
import type { OpenAPIV3_1 } from "openapi-types";
import { parse } from "yaml";

type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject;

const nameOf = (schema: Schema | undefined): string => {
	if (schema === undefined || !("$ref" in schema)) throw new Error("every member of the document refers to a schema by name");
	return schema.$ref.slice("#/components/schemas/".length);
};

const range = (min: number | undefined, max: number | undefined) => ({
	...(min === undefined ? {} : { min }),
	...(max === undefined ? {} : { max }),
});

function shapeOf(schema: OpenAPIV3_1.SchemaObject): Record<string, unknown> {
	switch (schema.type) {
		case "object": {
			const members = Object.entries(schema.properties ?? {}).filter(([member]) => member !== "__type");
			return {
				type: "structure",
				members: Object.fromEntries(members.map(([member, of]) => [member, nameOf(of)])),
				required: (schema.required ?? []).filter((member) => member !== "__type"),
			};
		}
		case "array":
			return { type: "list", member: nameOf(schema.items), ...range(schema.minItems, schema.maxItems) };
		case "string":
			return {
				type: "string",
				...range(schema.minLength, schema.maxLength),
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

/** The text of `specs/wire/shapes.ts`, derived from the text of `specs/swf.openapi.yaml`. */
export function shapesModule(openapi: string): string {
	const document = parse(openapi) as OpenAPIV3_1.Document;
	const operations: Record<string, unknown> = {};
	for (const item of Object.values(document.paths ?? {})) {
		const operation = item?.post;
		if (operation?.operationId === undefined) throw new Error("every path holds one POST with an operationId");
		const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject;
		const media = (of: OpenAPIV3_1.ResponseObject | OpenAPIV3_1.RequestBodyObject) =>
			of.content?.["application/x-amz-json-1.0"]?.schema;
		const answer = media(operation.responses?.["200"] as OpenAPIV3_1.ResponseObject);
		const fault = media(operation.responses?.["400"] as OpenAPIV3_1.ResponseObject) as OpenAPIV3_1.SchemaObject;
		operations[operation.operationId] = {
			input: nameOf(media(body)),
			...(answer === undefined ? {} : { output: nameOf(answer) }),
			faults: (fault.oneOf ?? []).map(nameOf),
		};
	}
	const shapes = Object.fromEntries(
		Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
			name,
			shapeOf(schema as OpenAPIV3_1.SchemaObject),
		]),
	);
	return [
		"// Generated from specs/swf.openapi.yaml by `npm run generate`; do not edit.",
		`export const operationShapes = ${JSON.stringify(operations, null, "\t")} as const;`,
		`export const shapeTable = ${JSON.stringify(shapes, null, "\t")} as const;`,
		"",
	].join("\n");
}

const [, , openapi, output] = process.argv;
if (openapi !== undefined && output !== undefined) writeFileSync(output, shapesModule(readFileSync(openapi, "utf8")));
