import { eventTypes, type OperationName, operationNames, operationShape } from "../wire/contract.ts";
import { relations } from "./events.ts";
import { faultsName, outcomeName } from "./faults.ts";
import { shapeRef } from "./shapes.ts";
import {
	cellPattern,
	described,
	exactlyOne,
	fromNames,
	listOf,
	mappingTo,
	object,
	objectOrCell,
	oneOfNames,
	type Properties,
	ref,
	type Schema,
} from "./vocabulary.ts";

const hasHistory = (operation: OperationName): boolean =>
	operation === "GetWorkflowExecutionHistory" || operation === "PollForDecisionTask";

/** The keys of an expectation or of a reading; an operation adds what it knows of its answers and faults. */
function expectationKeys(history: boolean, reading: boolean): Schema {
	const about: Properties = {
		answer: described("The call was answered and the answer matches; {} says only that it was answered.", {}),
		fault: described("The call was refused with this fault.", {}),
		response: described("The HTTP response as it came.", ref("response")),
		...(history
			? {
					...fromNames(Object.keys(relations), (relation) =>
						described(relations[relation] ?? "", ref(reading || relation === "excludes" ? "eventsWithoutNames" : "events")),
					),
					events: described("A pattern for the list of events itself, for what the others cannot say.", ref("pattern")),
				}
			: {}),
		...(reading
			? {}
			: { readings: described("Expectations by name, of which one holds: for what sources leave open or dispute.", {}) }),
	};
	const beside: Properties = reading
		? {}
		: {
				clause: described("The clause that this expectation rests on, where it is not the scenario's first.", ref("clause")),
				level: described("The level of this expectation, where it is not the clause's.", ref("level")),
			};
	return objectOrCell(
		{
			...about,
			...beside,
			ignoring: described("Types of events to take out of the history before it is compared.", listOf(oneOfNames(eventTypes))),
		},
		{ anyOf: [exactlyOne(Object.keys(about)), ref("hasCaseKey")] },
	);
}

/** `expect` of a step: one expectation or a list of them. */
function expectDefinitions(name: string, history: boolean, answer: Schema, fault: Schema): Properties {
	const refine = (base: string, more: Properties): Schema => ({
		allOf: [ref(history ? `${base}OfHistory` : base), { type: ["object", "string"], properties: { answer, fault, ...more } }],
	});
	return {
		[`expect.${name}`]: described("What must be seen: one expectation or a list of them. Without any, an answer and no fault.", {
			anyOf: [ref(`expectation.${name}`), { type: "array", items: ref(`expectation.${name}`) }],
		}),
		[`expectation.${name}`]: refine("expectation", {
			readings: mappingTo(ref(`reading.${name}`), { minProperties: 2 }),
		}),
		[`reading.${name}`]: refine("reading", {}),
	};
}

/** Definitions of `expect` for each kind of answer: the operations that share one share them. */
export function expectationDefinitions(): Properties {
	const definitions: Record<string, Schema> = {
		response: object({
			status: described("Its status, a number.", ref("pattern")),
			headers: described("Headers by name, in any case.", mappingTo(ref("pattern"))),
			body: described("Its body, a text.", ref("pattern")),
			json: described("Its body read as JSON; an empty one is {}.", ref("pattern")),
		}),
		expectation: expectationKeys(false, false),
		expectationOfHistory: expectationKeys(true, false),
		reading: expectationKeys(false, true),
		readingOfHistory: expectationKeys(true, true),
		nothing: described("The operation has an empty answer: {}.", {
			type: ["object", "string"],
			pattern: cellPattern,
			maxProperties: 0,
		}),
		...expectDefinitions("any", true, ref("pattern"), ref("fault")),
	};
	for (const operation of operationNames) {
		const { output, faults } = operationShape(operation);
		const answer = output === undefined ? ref("nothing") : shapeRef("expected", output);
		const fault = ref(`fault.${faultsName(faults)}`);
		Object.assign(definitions, expectDefinitions(outcomeName(operation), hasHistory(operation), answer, fault));
	}
	return definitions;
}
