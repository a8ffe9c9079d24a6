import { commonFaults, type OperationName, operationNames, operationShape } from "../wire/contract.ts";
import { described, listOf, object, type Properties, ref, type Schema } from "./vocabulary.ts";

/** Operations with the same faults share a definition, which is named after these. */
export const faultsName = (faults: readonly string[]): string =>
	faults
		.map((fault) => fault.replace(/Fault$/, ""))
		.sort()
		.join("+");

/** So do operations that have the answer in common as well. */
export function outcomeName(operation: OperationName): string {
	const { output, faults } = operationShape(operation);
	return `${output ?? "nothing"}.${faultsName(faults)}`;
}

/** A definition of the faults that an operation may answer with, for each set of them. */
export function faultDefinitions(): Properties {
	const sets = [...operationNames.map((operation) => operationShape(operation).faults), allFaults];
	const definitions: Record<string, Schema> = { "fault.common": { enum: commonFaults } };
	for (const faults of sets) {
		const definition = faults === allFaults ? "fault" : `fault.${faultsName(faults)}`;
		definitions[definition] = {
			anyOf: [
				{ enum: [...faults].sort() },
				ref("fault.common"),
				ref("cell"),
				object(
					{
						type: described("Which fault.", ref(definition)),
						message: described("Its message; the prose is a target's own.", ref("pattern")),
					},
					{ required: ["type"] },
				),
				object(
					{ $any: described("Any fault.", { const: true }), $oneOf: listOf(ref(definition)), $not: ref(definition) },
					{ minProperties: 1, maxProperties: 1 },
				),
			],
		};
	}
	return definitions;
}

const allFaults: readonly string[] = [...new Set(operationNames.flatMap((operation) => operationShape(operation).faults))].sort();
