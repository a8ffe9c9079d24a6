import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { clauseFiles, parseClauses } from "./load-clauses.ts";
import { InputError } from "./problem.ts";

const fits = new Ajv2020().compile(JSON.parse(readFileSync("specs/clause.schema.json", "utf8")));

function isRead(text: string): boolean {
	try {
		return parseClauses(text, "a", "a.yaml").length > 0;
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return false;
	}
}

test("every file of clauses fits the published schema", async () => {
	const misfits = (await clauseFiles(".")).filter((file) => !fits(parse(readFileSync(file, "utf8"))));
	expect(misfits).toEqual([]);
});

const whole = "claim:\n  text: so it is\n  source: [one, two]\n  standing: inferred\n  level: SHOULD\n";
test.each([
	["a clause with all that it can have", `${whole}  contested: { one: this, other: that }\n  untested: takes a year\n`, true],
	["no text", whole.replace("  text: so it is\n", ""), false],
	["no source", whole.replace("  source: [one, two]\n", ""), false],
	["a standing that there is not", whole.replace("inferred", "guessed"), false],
	["a key that there is not", `${whole}  reason: none\n`, false],
	["a name in capitals", whole.replace("claim", "Claim"), false],
	["one reading", `${whole}  contested: { one: this }\n`, false],
	["an empty reason", `${whole}  untested: ""\n`, false],
])("the schema and the reader agree on %s", (_, text, isGood) => {
	expect([fits(parse(text)), isRead(text)]).toEqual([isGood, isGood]);
});
