import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { print } from "./scenario-schema/print-json.ts";
import { scenarioSchema } from "./scenario-schema/scenario-schema.ts";

/** The text of `specs/scenario.schema.json`, given the text of `specs/features.yaml`. */
export const scenarioSchemaText = (features: string): string =>
	`${print(scenarioSchema(parse(features) as Record<string, string>), 0, 0)}\n`;

const [, , features, output] = process.argv;
if (features !== undefined && output !== undefined) writeFileSync(output, scenarioSchemaText(readFileSync(features, "utf8")));
