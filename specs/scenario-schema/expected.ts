import { operationNames, operationShape, type ShapeName, shape } from "../wire/contract.ts";
import { membersOf, reachable, shapeRef, typesByAttributes } from "./shapes.ts";
import { caseKeys, listOf, object, type Properties, ref, type Schema, textPattern } from "./vocabulary.ts";

// Expectations: any value may be a matcher, and what could never be seen is refused.

/** A value as it is, a matcher, or a matcher whose operands are patterns for the same member. */
const expected = (name: string, own: Schema, lists: Properties = {}): Schema => ({
	anyOf: [
		own,
		ref("matcher"),
		object({ $oneOf: listOf(ref(name)), $not: ref(name), ...lists }, { minProperties: 1, maxProperties: 1 }),
	],
});

function expectedShape(name: ShapeName): Schema | undefined {
	const of = shape(name);
	const definition = `expected.${name}`;
	switch (of.type) {
		case "structure":
			return expected(definition, object(membersOf("expected", of.members), caseKeys));
		case "list": {
			const items = shapeRef("expected", of.member);
			return expected(definition, { type: "array", items }, { $set: listOf(items), $contains: listOf(items) });
		}
		case "string":
			return of.values === undefined ? undefined : expected(definition, { enum: of.values });
		default:
			return undefined;
	}
}

/** A definition `expected.SHAPE` for each shape of an answer. */
export function expectedDefinitions(): Properties {
	const outputs = operationNames.flatMap((operation) => operationShape(operation).output ?? []);
	const definitions: Record<string, Schema> = {
		"expected.text": expected("expected.text", { type: "string", pattern: textPattern }),
		"expected.number": expected("expected.number", { type: "number" }),
		"expected.boolean": expected("expected.boolean", { type: "boolean" }),
	};
	for (const name of reachable(outputs)) {
		const schema = typesByAttributes.has(name) ? undefined : expectedShape(name);
		if (schema !== undefined) definitions[`expected.${name}`] = schema;
	}
	return definitions;
}
