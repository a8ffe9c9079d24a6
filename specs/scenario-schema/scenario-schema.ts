import type { JsonObject } from "../wire/json.ts";
import { eventDefinitions } from "./events.ts";
import { expectationDefinitions } from "./expectations.ts";
import { expectedDefinitions } from "./expected.ts";
import { faultDefinitions } from "./faults.ts";
import { fixtureKinds } from "./fixtures.ts";
import { matcherDefinitions } from "./matchers.ts";
import { requestDefinitions } from "./requests.ts";
import { stepDefinitions } from "./steps.ts";
import { madeTable, writtenTable } from "./tables.ts";
import { described, listOf, objectOrCell, ref } from "./vocabulary.ts";
import { wordDefinitions } from "./words.ts";

/** The JSON Schema of scenario files; `features` are those that a scenario may need, each with what it means. */
export function scenarioSchema(features: Readonly<Record<string, string>>): JsonObject {
	const needs = Object.entries(features).map(([name, description]) => ({ const: name, description }));
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		$id: "urn:swf-conformance:scenario:1",
		$comment: "Generated from specs/wire/shapes.ts and specs/features.yaml by `npm run generate`; do not edit.",
		title: "Scenario, language version 1",
		description:
			"One claim about SWF, for swf-conformance to play. `swf-conformance lint FILE` checks more than this schema can.",
		type: "object",
		required: ["clauses", "steps"],
		properties: {
			clauses: described("Ids from specs/clauses, SUBJECT/STATEMENT; the expectations rest on the first.", {
				...listOf(ref("clause")),
				minItems: 1,
			}),
			about: described("Free text for what the name cannot say.", { type: "string", minLength: 1 }),
			level: described("The scenario's level, where it differs from that of its first clause.", ref("level")),
			needs: described("Features without which the scenario means nothing.", listOf({ anyOf: [...needs, ref("cell")] })),
			given: described("Fixtures: more of them, or members that differ from the usual.", objectOrCell(fixtureKinds)),
			cases: described("Cases that have their steps in common.", { anyOf: [writtenTable, madeTable] }),
			steps: described("What is done, in order.", ref("steps")),
		},
		additionalProperties: false,
		$defs: {
			...wordDefinitions,
			...stepDefinitions(),
			...expectationDefinitions(),
			...eventDefinitions(),
			...faultDefinitions(),
			...matcherDefinitions,
			...requestDefinitions(),
			...expectedDefinitions(),
		},
	};
}
