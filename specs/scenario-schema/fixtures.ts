import { type OperationName, operationShape, structure } from "../wire/contract.ts";
import { membersOf } from "./shapes.ts";
import { described, mappingTo, objectOrCell, type Properties, type Schema } from "./vocabulary.ts";

/** Members of a registration that a scenario gives to a fixture; the name is the kit's to give. */
function fixtures(operation: OperationName): Schema {
	const { name: _, ...members } = structure(operationShape(operation).input).members;
	return mappingTo(objectOrCell(membersOf("request", members)));
}

/** The keys of `given`. */
export const fixtureKinds: Properties = {
	domains: described("Domains by name: $domains.NAME is the domain's name.", fixtures("RegisterDomain")),
	workflowTypes: described("Workflow types by name: $workflowTypes.NAME is {name, version}.", fixtures("RegisterWorkflowType")),
	activityTypes: described("Activity types by name: $activityTypes.NAME is {name, version}.", fixtures("RegisterActivityType")),
};
