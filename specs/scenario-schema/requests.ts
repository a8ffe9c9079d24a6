import { operationNames, operationShape, type ShapeName, shape, structure } from "../wire/contract.ts";
import { membersOf, reachable, shapeRef } from "./shapes.ts";
import {
	caseKeys,
	described,
	object,
	objectOrCell,
	type Properties,
	ref,
	referencePattern,
	type Schema,
	textPattern,
} from "./vocabulary.ts";

// Requests: values may be wrong for SWF, but members exist and values have the JSON type of their member.

/** A value of this JSON type, a reference to one, or what may stand in the place of any value. */
const requestScalar = (type: string): Schema => ({
	anyOf: [type === "string" ? { type, pattern: textPattern } : { type }, ref("placeholder")],
});

const placeholder: Schema = described("A reference, nothing, or a long text.", {
	type: ["object", "string"],
	pattern: referencePattern,
	properties: { $absent: ref("absent"), $repeat: ref("repeat") },
	minProperties: 1,
	maxProperties: 1,
	additionalProperties: false,
});

function requestShape(name: ShapeName): Schema | undefined {
	const of = shape(name);
	switch (of.type) {
		case "structure":
			return { anyOf: [object(membersOf("request", of.members), caseKeys), ref("placeholder")] };
		case "list":
			return { anyOf: [{ type: "array", items: shapeRef("request", of.member) }, ref("placeholder")] };
		case "string":
			return of.values === undefined ? undefined : { anyOf: [{ enum: of.values }, ref("request.text")] };
		default:
			return undefined;
	}
}

/** A definition `request.SHAPE` for each shape of a request. */
export function requestDefinitions(): Properties {
	const inputs = operationNames.map((operation) => operationShape(operation).input);
	const definitions: Record<string, Schema> = {
		placeholder,
		"request.text": requestScalar("string"),
		"request.number": requestScalar("number"),
		"request.boolean": requestScalar("boolean"),
	};
	for (const name of reachable(inputs)) {
		const input = inputs.includes(name);
		const schema = input ? objectOrCell(membersOf("request", structure(name).members)) : requestShape(name);
		if (schema !== undefined) definitions[`request.${name}`] = schema;
	}
	return definitions;
}
