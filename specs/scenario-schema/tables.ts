import { operationNames, operationShape } from "../wire/contract.ts";
import { bare, described, object, ref } from "./vocabulary.ts";

/** `cases` as the author writes them. */
export const writtenTable = described("A table, ROW: { NAME: value }: each row is a case, and $case.NAME stands for its value.", {
	type: "object",
	minProperties: 1,
	propertyNames: { pattern: "^[A-Za-z0-9][\\w-]*$" },
	additionalProperties: { type: "object", propertyNames: { pattern: "^[A-Za-z]\\w*$" } },
});

/** `cases` that are made from the contract. */
export const madeTable = described(
	"A case for each member of these operations, made from the contract: $case.operation, $case.right and $case.wrong.",
	object(
		{
			$vary: described("In what members are varied.", { enum: ["bounds", "required", "optional", "types"] }),
			of: described("The operations, each with the members of a right call.", {
				...object(
					Object.fromEntries(
						operationNames.map((operation) => [operation, bare(ref(`request.${operationShape(operation).input}`))]),
					),
				),
				minProperties: 1,
			}),
		},
		{ required: ["$vary", "of"] },
	),
);
