import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { entryOf, readYaml, toJson } from "./located.ts";
import { InputError } from "./problem.ts";

const refusals = (text: string): readonly string[] => {
	try {
		readYaml(text, "f.yaml");
	} catch (error) {
		if (error instanceof InputError) return error.message.split("\n");
		throw error;
	}
	return [];
};

describe("a YAML document", () => {
	test("keeps the place of every key, value and item", () => {
		const root = readYaml("steps:\n  - a: 1\n  - [x, 'y']\n", "f.yaml");
		expect(root).toEqual({
			kind: "map",
			at: { line: 1, column: 1 },
			entries: [
				{
					key: "steps",
					keyAt: { line: 1, column: 1 },
					value: {
						kind: "list",
						at: { line: 2, column: 3 },
						items: [
							{
								kind: "map",
								at: { line: 2, column: 5 },
								entries: [
									{ key: "a", keyAt: { line: 2, column: 5 }, value: { kind: "scalar", at: { line: 2, column: 8 }, value: 1 } },
								],
							},
							{
								kind: "list",
								at: { line: 3, column: 5 },
								items: [
									{ kind: "scalar", at: { line: 3, column: 6 }, value: "x" },
									{ kind: "scalar", at: { line: 3, column: 9 }, value: "y" },
								],
							},
						],
					},
				},
			],
		});
	});

	test("without its places is what was written, whatever JSON that is", () => {
		fc.assert(
			fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
				const json: unknown = JSON.parse(JSON.stringify(value));
				expect(toJson(readYaml(JSON.stringify(json), "f.yaml"))).toEqual(json);
				expect(toJson(readYaml(stringify(json, { aliasDuplicateObjects: false }), "f.yaml"))).toEqual(json);
			}),
		);
	});

	test("that is empty is null at its beginning", () => {
		expect(readYaml("", "f.yaml")).toEqual({ kind: "scalar", at: { line: 1, column: 1 }, value: null });
	});

	test("gives a key without a value null", () => {
		expect(toJson(readYaml("CompleteWorkflowExecution:\n", "f.yaml"))).toEqual({ CompleteWorkflowExecution: null });
	});

	test("keeps a member named __proto__ as a member", () => {
		const root = readYaml("__proto__: { a: 1 }", "f.yaml");
		expect(Object.keys(toJson(root) as object)).toEqual(["__proto__"]);
		expect(entryOf(root, "toString")).toBeUndefined();
	});
});

describe("what is not of the language is refused where it stands", () => {
	test.each([
		["a mapping that is not closed", "a: {b: 1\nc: 2\n", /^f\.yaml:2:1: not valid YAML here: /],
		["a key that comes twice", "a: 1\nb: 2\na: 3\n", /^f\.yaml:3:1: not valid YAML here: Map keys must be unique/],
		["a tab for indentation", "a:\n\tb: 1\n", /^f\.yaml:2:1: not valid YAML here: /],
		["a second document", "a: 1\n---\nb: 2\n", /^f\.yaml:2:1: not valid YAML here: .*multiple documents/],
		["a tag", "a: !secret x\n", /^f\.yaml:1:4: not valid YAML here: Unresolved tag/],
		["an alias", "a: &x 1\nb: *x\n", /^f\.yaml:2:4: YAML aliases are not part of the language/],
		["a key that is a number", "a:\n  1: x\n", /^f\.yaml:2:3: a key is a text; put it in quotes/],
		["a key that is a list", "? [a]\n: 1\n", /^f\.yaml:1:1: a key is a text/],
		["a number beyond what JSON can hold", "a: .inf\n", /^f\.yaml:1:4: only texts, numbers/],
	])("%s", (_, text, message) => {
		expect(refusals(text)[0]).toMatch(message);
	});

	test("all of it at once", () => {
		expect(refusals("a: 1\na: 2\nb: !x 3\n")).toHaveLength(2);
	});
});
