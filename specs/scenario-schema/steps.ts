import {
	decisionAttributesMember,
	decisionTypes,
	type OperationName,
	onlyReads,
	operationNames,
	operationShape,
	structure,
} from "../wire/contract.ts";
import { outcomeName } from "./faults.ts";
import { sending } from "./sending.ts";
import { membersOf, shapeRef } from "./shapes.ts";
import {
	bare,
	caseKeys,
	described,
	fromNames,
	listOf,
	object,
	objectOrCell,
	oneOfNames,
	type Properties,
	ref,
	referencePattern,
	type Schema,
} from "./vocabulary.ts";

// Steps: one action each, with what may stand beside it.

const modifiers: Properties = {
	taskList: described("The task list to poll, where it is not the usual one.", ref("text")),
	activityId: described("The activity to take; tasks of others are kept for later steps.", ref("text")),
	domain: described("The domain, where it is not $domains.main.", ref("text")),
	decisions: described("What is decided, in order.", ref("decisions")),
	with: described("Further members of RespondDecisionTaskCompleted.", ref("request.RespondDecisionTaskCompletedInput")),
};

const only = (...names: readonly string[]): Properties =>
	Object.fromEntries(Object.entries(modifiers).filter(([name]) => names.includes(name)));

function step(action: string, takes: Schema, beside: Properties = {}): Schema {
	return { title: action, ...object({ [action]: takes, ...beside }, { required: [action] }) };
}

const calling = (operation: OperationName | "any", within: boolean): Properties => ({
	as: ref("name"),
	...(within ? { within: ref("within") } : {}),
	expect: ref(`expect.${operation === "any" ? operation : outcomeName(operation)}`),
});

/** Definitions of steps and decisions. */
export function stepDefinitions(): Properties {
	const execution = ref("execution");
	const own = [
		step("decisionTask", described("Poll until a decision task of this execution arrives, and hold it.", execution), {
			...only("taskList"),
			...calling("PollForDecisionTask", true),
		}),
		step(
			"decide",
			described(
				"Poll for a decision task of this execution, or take the task that is held under this name, and answer it.",
				execution,
			),
			{ ...only("decisions", "with", "taskList"), ...calling("RespondDecisionTaskCompleted", true) },
		),
		step("activityTask", described("Poll until an activity task of this execution arrives, and hold it.", execution), {
			...only("taskList", "activityId"),
			...calling("PollForActivityTask", true),
		}),
		step("history", described("Read the whole history of this execution, page by page.", execution), {
			...only("domain"),
			...calling("GetWorkflowExecutionHistory", true),
		}),
		step(
			"send",
			described("A request as it is written here, right or wrong, about this operation.", oneOfNames(operationNames)),
			{
				...sending,
				as: ref("name"),
				expect: ref("expect.any"),
			},
		),
		step("elapse", described("Let so many seconds of service time pass.", ref("seconds"))),
		step("together", described("Branches of steps to play at once, at least two.", listOf(ref("steps"), { minItems: 2 }))),
	];
	const operations = operationNames.map((operation) =>
		step(operation, bare(ref(`request.${operationShape(operation).input}`)), calling(operation, onlyReads(operation))),
	);
	const fromTable = object({ ...modifiers, ...sending, ...calling("any", true) }, { ...caseKeys, allOf: [ref("hasCaseKey")] });
	return {
		steps: listOf(ref("step")),
		step: described("One action, and what may stand beside it.", { anyOf: [...own, ...operations, fromTable, ref("cell")] }),
		decisions: listOf(ref("decision")),
		decision: described("A type of decision, alone or with its attributes.", {
			anyOf: [
				{ enum: decisionTypes },
				ref("cell"),
				object(
					fromNames(decisionTypes, (type) => {
						const attributes = structure("Decision").members[decisionAttributesMember(type)];
						return attributes === undefined ? { type: "null" } : bare(shapeRef("request", attributes));
					}),
					{ ...caseKeys, minProperties: 1, maxProperties: 1 },
				),
			],
		}),
		execution: {
			...objectOrCell(membersOf("request", structure("WorkflowExecution").members), { required: ["workflowId"] }),
			pattern: referencePattern,
		},
	};
}
