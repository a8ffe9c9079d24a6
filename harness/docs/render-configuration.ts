import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import { memberRows, type SchemaPage } from "./schema-words.ts";
import { cellCode, renderedPage, table } from "./tables.ts";

/** `docs/configuration.md`: every member of a configuration, from `specs/config.schema.json`. */
export function renderConfiguration(schema: JsonObject): string {
	const page: SchemaPage = { schema, called: () => undefined, calledValues: () => undefined };
	const target = isJsonObject(schema["$defs"]) ? schema["$defs"]["target"] : undefined;
	if (!isJsonObject(target)) throw new Error("the schema of configurations defines no target");
	const rows = memberRows(page, target).map(({ name, meaning, takes, required, fallback, examples }) => [
		cellCode(name),
		meaning,
		takes,
		required ? "required" : fallback,
		examples,
	]);
	return renderedPage("`specs/config.schema.json`", [
		"# The configuration",
		"`swf-conformance.config.yaml` in the working directory, or the file that `--config` names: targets, each under a name that `--target` then takes. " +
			"Flags win over it. [Containers](../harness/targets/container/README.md#a-configuration) has one as an example.",
		"## A target",
		"Members of each mapping under `targets`.",
		table(["Member", "Meaning", "Takes", "Without it", "Examples"], rows),
	]);
}
