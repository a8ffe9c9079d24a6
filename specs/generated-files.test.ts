import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { scenarioSchemaText } from "./generate-schema.ts";
import { shapesModule } from "./generate-shapes.ts";

const textOf = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");

/** Compared as a truth value: a diff of thousands of lines helps nobody. */
const same = (name: string, generated: string) => ({ [name]: textOf(name) === generated });

test("generated files are what npm run generate makes of their sources", () => {
	expect({
		...same("wire/shapes.ts", shapesModule(textOf("swf.openapi.yaml"))),
		...same("scenario.schema.json", scenarioSchemaText(textOf("features.yaml"))),
	}).toEqual({ "wire/shapes.ts": true, "scenario.schema.json": true });
});
