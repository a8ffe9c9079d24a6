import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "../../specs/wire/json.ts";
import { loadOwnCorpus } from "../cli/corpus.ts";
import { ledger } from "../ledger.ts";
import { rules } from "../rules.ts";
import { findExamples } from "./examples.ts";
import { renderClauses } from "./render-clauses.ts";
import { renderCommandLine } from "./render-command-line.ts";
import { renderConfiguration } from "./render-configuration.ts";
import { renderScenarioReference } from "./render-scenario-reference.ts";

/** Every page that is rendered, by its path below `docs/`. */
export async function renderedPages(root: string): Promise<ReadonlyMap<string, string>> {
	const schema = async (name: string): Promise<JsonObject> => JSON.parse(await readFile(join(root, "specs", name), "utf8"));
	return new Map([
		["command-line.md", renderCommandLine()],
		["configuration.md", renderConfiguration(await schema("config.schema.json"))],
		["scenario-reference.md", renderScenarioReference(await schema("scenario.schema.json"), await findExamples(root))],
		...renderClauses(ledger(await loadOwnCorpus(), rules)),
	]);
}
