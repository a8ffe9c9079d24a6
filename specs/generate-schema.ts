import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import {
	commonFaults,
	decisionAttributesMember,
	decisionTypes,
	eventAttributesMember,
	eventTypes,
	type OperationName,
	onlyReads,
	operationNames,
	operationShape,
	type ShapeName,
	shape,
	structure,
} from "./wire/contract.ts";
import type { Json, JsonObject } from "./wire/json.ts";

type Schema = JsonObject;
type Properties = Readonly<Record<string, Schema>>;

/** `$case.name`, as a value or as a key: what stands there is known only row by row. */
const cellPattern = "^\\$case\\.\\w+$";
/** The same where the value is a text, of which it may be a part. */
const cellTextPattern = `${cellPattern}|\\$\\{case\\.\\w+\\}`;
/** A reference, a text with one at its beginning, or a text that begins with an escaped `$`. */
const referencePattern = "^\\$(?:\\$|\\{|[A-Za-z][\\w-]*(?:\\.[\\w-]+)*$)";
/** Any text but a reference that is spelled wrongly. */
const textPattern = `^(?!\\$)|${referencePattern}`;

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const described = (description: string, schema: Schema): Schema => ({ description, ...schema });
/** Keys that a table of cases gives. */
const caseKeys: Schema = { patternProperties: { [cellPattern]: true } };
const object = (properties: Properties, more: Schema = {}): Schema => ({
	type: "object",
	properties,
	additionalProperties: false,
	...more,
});
/** An object whose keys, or which as a whole, a table of cases may give. */
const objectOrCell = (properties: Properties, more: Schema = {}): Schema => ({
	type: ["object", "string"],
	pattern: cellPattern,
	properties,
	...caseKeys,
	additionalProperties: false,
	...more,
});
/** A mapping whose keys the author chooses. */
const mappingTo = (values: Schema, more: Schema = {}): Schema => objectOrCell({}, { ...more, additionalProperties: values });
const listOf = (items: Schema, more: Schema = {}): Schema => ({
	type: ["array", "string"],
	pattern: cellPattern,
	items,
	...more,
});
const oneOfNames = (names: readonly string[]): Schema => ({ anyOf: [{ enum: names }, ref("cell")] });
/** Nothing behind a name means that it has no members. */
const bare = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const exactlyOne = (keys: readonly string[]): Schema => ({ oneOf: keys.map((key) => ({ required: [key] })) });
const fromNames = (names: readonly string[], schemaOf: (name: string) => Schema): Properties =>
	Object.fromEntries(names.map((name) => [name, schemaOf(name)]));

/** Every shape that can be met from these on, in the order of their names. */
function reachable(roots: readonly ShapeName[]): readonly ShapeName[] {
	const found = new Set<ShapeName>();
	const visit = (name: ShapeName): void => {
		if (found.has(name)) return;
		found.add(name);
		const of = shape(name);
		if (of.type === "structure") for (const member of Object.values(of.members)) visit(member);
		if (of.type === "list") visit(of.member);
	};
	for (const root of roots) visit(root);
	return [...found].sort();
}

const jsonTypes = { string: "text", integer: "number", long: "number", timestamp: "number", boolean: "boolean" } as const;

/** The event types by the shapes of their attributes. */
const typesByAttributes: ReadonlyMap<string, string> = new Map(
	eventTypes.map((type) => [structure("HistoryEvent").members[eventAttributesMember(type)] ?? "", type]),
);

/**
 * The definition for a shape on one side; scalars without names of their own share one. The attributes of a raw event share theirs with
 * the events of the language, which allow what the envelope has as well: `lint` knows the difference.
 */
function shapeRef(side: "request" | "expected", name: ShapeName): Schema {
	const of = shape(name);
	const event = typesByAttributes.get(name);
	if (event !== undefined) return { anyOf: [ref(`event.${event}`), ref("anyMatcher")] };
	const ownDefinition = of.type === "structure" || of.type === "list" || (of.type === "string" && of.values !== undefined);
	return ref(`${side}.${ownDefinition ? name : jsonTypes[of.type]}`);
}

const membersOf = (side: "request" | "expected", members: Readonly<Record<string, ShapeName>>): Properties =>
	Object.fromEntries(Object.entries(members).map(([member, of]) => [member, shapeRef(side, of)]));

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

function requestDefinitions(): Properties {
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

function expectedDefinitions(): Properties {
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

const bound = ref("bound");
const matcherDefinitions: Properties = {
	absent: described("Nothing: the member is not filled in and not sent, or must not be there.", {
		anyOf: [{ const: true }, ref("cell")],
	}),
	repeat: described(
		"A long text: this text, so many times.",
		object(
			{
				text: { type: "string", pattern: textPattern },
				times: { type: ["integer", "string"], minimum: 0, pattern: cellPattern },
			},
			{ required: ["text", "times"] },
		),
	),
	bound: described("A number, a reference to one, or { $plus: [N, N] }.", {
		type: ["number", "string", "object"],
		pattern: referencePattern,
		properties: { $plus: described("The sum of these numbers.", listOf(bound)) },
		required: ["$plus"],
		additionalProperties: false,
	}),
	matcher: described("A reference, or a matcher: it stands alone in its mapping.", {
		type: ["object", "string"],
		pattern: `${referencePattern}|${cellTextPattern}`,
		properties: {
			$absent: ref("absent"),
			$any: described("Anything that is there (true), or anything of this kind.", {
				anyOf: [{ enum: [true, "text", "number", "boolean", "object", "list"] }, ref("cell")],
			}),
			$matches: described("A text in which this ECMAScript regular expression finds a match.", { type: "string", minLength: 1 }),
			$size: described("A list or text whose length matches this pattern.", ref("expected.number")),
			$greaterThan: described("A number greater than this.", bound),
			$atLeast: described("A number not less than this.", bound),
			$lessThan: described("A number less than this.", bound),
			$atMost: described("A number not greater than this.", bound),
			$about: described("A number that differs from this by $by at most.", bound),
			$by: described("How far a number may be from $about.", bound),
			$repeat: ref("repeat"),
		},
		...caseKeys,
		minProperties: 1,
		if: { required: ["$by"] },
		// biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
		then: { required: ["$about"], maxProperties: 2 },
		else: { maxProperties: 1 },
		additionalProperties: false,
	}),
	anyMatcher: {
		anyOf: [
			ref("matcher"),
			object(
				{
					$oneOf: described("What one of these patterns matches.", listOf(ref("pattern"))),
					$not: described("What this pattern does not match.", ref("pattern")),
					$set: described("A list of just these items, in any order.", listOf(ref("pattern"))),
					$contains: described("A list that has each of these, each its own item.", listOf(ref("pattern"))),
				},
				{ minProperties: 1, maxProperties: 1 },
			),
		],
	},
	pattern: described("Any pattern: what to look for is not known beforehand.", {
		anyOf: [
			{ type: ["null", "boolean", "number"] },
			{ type: "string", pattern: textPattern },
			{ type: "array", items: ref("pattern") },
			{ type: "object", propertyNames: { pattern: `^(?!\\$)|${cellPattern}` }, additionalProperties: ref("pattern") },
			ref("anyMatcher"),
		],
	}),
};

const relations: Readonly<Record<string, string>> = {
	exactly: "The history is these events, in this order, and no others.",
	inOrder: "These events stand in the history in this order; others may lie between.",
	startsWith: "The history begins with exactly these events.",
	endsWith: "The history ends with exactly these events.",
	contains: "Each of these stands in the history, in any order, each its own event.",
	excludes: "None of these stands in the history.",
};

/** An EVENT: a type, or a type with a pattern for its attributes, and what the envelope has beside them. */
function eventDefinitions(): Properties {
	const definitions: Record<string, Schema> = {
		event: described("A type of event, alone or with a pattern for its attributes.", {
			anyOf: [
				{ enum: eventTypes },
				ref("cell"),
				object(
					{ ...fromNames(eventTypes, (type) => ref(`event.${type}`)), as: ref("name") },
					{
						...caseKeys,
						if: { required: ["as"] },
						// biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
						then: { minProperties: 2, maxProperties: 2 },
						else: { minProperties: 1, maxProperties: 1 },
					},
				),
			],
		}),
		eventWithoutName: { allOf: [ref("event"), { not: { type: "object", required: ["as"] } }] },
		events: listOf(ref("event")),
		eventsWithoutNames: listOf(ref("eventWithoutName")),
	};
	for (const type of eventTypes) {
		const attributes = structure("HistoryEvent").members[eventAttributesMember(type)];
		const members = attributes === undefined ? {} : structure(attributes).members;
		definitions[`event.${type}`] = {
			...objectOrCell({
				...membersOf("expected", members),
				...membersOf("expected", { eventId: "EventId", eventTimestamp: "Timestamp" }),
			}),
			type: ["object", "null", "string"],
			pattern: referencePattern,
		};
	}
	return definitions;
}

/** Operations with the same faults share a definition, which is named after these. */
const faultsName = (faults: readonly string[]): string =>
	faults
		.map((fault) => fault.replace(/Fault$/, ""))
		.sort()
		.join("+");

/** So do operations that have the answer in common as well. */
function outcomeName(operation: OperationName): string {
	const { output, faults } = operationShape(operation);
	return `${output ?? "nothing"}.${faultsName(faults)}`;
}

function faultDefinitions(): Properties {
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

function expectationDefinitions(): Properties {
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

// Steps: one action each, with what may stand beside it.

const modifiers: Properties = {
	taskList: described("The task list to poll, where it is not the usual one.", ref("text")),
	activityId: described("The activity to take; tasks of others are kept for later steps.", ref("text")),
	domain: described("The domain, where it is not $domains.main.", ref("text")),
	decisions: described("What is decided, in order.", ref("decisions")),
	with: described("Further members of RespondDecisionTaskCompleted.", ref("request.RespondDecisionTaskCompletedInput")),
};

/** What is sent as it is: any JSON, with placeholders. */
const sent: Schema = described(
	"Anything that JSON can say, a reference, { $absent: true } or { $repeat: { text: x, times: N } }.",
	{
		anyOf: [
			{ type: ["null", "boolean", "number"] },
			{ type: "string", pattern: textPattern },
			{ type: "array", items: ref("sent") },
			{ type: "object", propertyNames: { pattern: `^(?!\\$)|${cellPattern}` }, additionalProperties: ref("sent") },
			ref("placeholder"),
		],
	},
);

const sentText: Schema = { anyOf: [{ type: "string", pattern: textPattern }, ref("placeholder")] };

const sending: Properties = {
	members: described("The members of the body; those that every operation gets are filled in.", mappingTo(ref("sent"))),
	each: described("Members of as many requests, each over what members says.", listOf(mappingTo(ref("sent")))),
	body: described("The body as it is: a text, or texts that follow one another.", {
		anyOf: [ref("sentText"), { type: "array", items: ref("sentText") }],
	}),
	headers: described("Headers beside those of a right request, or in their place.", mappingTo(ref("sentText"))),
	sign: described("What is wrong about the signature; false for none at all.", {
		anyOf: [
			{ const: false },
			object({
				accessKeyId: described("Another access key.", ref("text")),
				secretAccessKey: described("Another secret.", ref("text")),
				sessionToken: described("A session token.", ref("text")),
				region: described("Another region.", ref("text")),
				service: described("Another service.", ref("text")),
				ago: described("Seconds that the date lies back; negative ones are ahead.", { type: ["number", "string"] }),
				body: described("What is signed in place of the body that is sent.", ref("text")),
			}),
		],
	}),
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

function stepDefinitions(): Properties {
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

/** Members of a registration that a scenario gives to a fixture; the name is the kit's to give. */
function fixtures(operation: OperationName): Schema {
	const { name: _, ...members } = structure(operationShape(operation).input).members;
	return mappingTo(objectOrCell(membersOf("request", members)));
}

const fixtureKinds: Properties = {
	domains: described("Domains by name: $domains.NAME is the domain's name.", fixtures("RegisterDomain")),
	workflowTypes: described("Workflow types by name: $workflowTypes.NAME is {name, version}.", fixtures("RegisterWorkflowType")),
	activityTypes: described("Activity types by name: $activityTypes.NAME is {name, version}.", fixtures("RegisterActivityType")),
};

const wordDefinitions: Properties = {
	sent,
	sentText,
	cell: described("A value from the table of cases.", { type: "string", pattern: cellTextPattern }),
	hasCaseKey: { not: { type: "object", propertyNames: { not: { pattern: cellPattern } } } },
	text: { type: "string", minLength: 1, pattern: textPattern },
	name: described("A name for what this gives, so that $NAME stands for it in later steps.", {
		type: "string",
		pattern: `^[a-z][A-Za-z0-9]*$|${cellTextPattern}`,
		not: { enum: ["domains", "workflowTypes", "activityTypes", "unique", "case"] },
	}),
	seconds: {
		type: ["number", "string"],
		exclusiveMinimum: 0,
		maximum: 31_536_000,
		pattern: cellPattern,
	},
	within: described(
		"Seconds of patience on the wall clock: until the task arrives, 10 without it, or, for a call that only reads, until the expectations hold.",
		ref("seconds"),
	),
	level: oneOfNames(["MUST", "SHOULD", "MAY"]),
	clause: { type: "string", pattern: `^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$|${cellTextPattern}` },
};

const writtenTable = described("A table, ROW: { NAME: value }: each row is a case, and $case.NAME stands for its value.", {
	type: "object",
	minProperties: 1,
	propertyNames: { pattern: "^[A-Za-z0-9][\\w-]*$" },
	additionalProperties: { type: "object", propertyNames: { pattern: "^[A-Za-z]\\w*$" } },
});

const madeTable = described(
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

const lineWidth = 130;
const tabWidth = 2;

/** JSON on one line, in the spacing of the formatter. */
function flat(value: Json): string {
	if (Array.isArray(value)) return `[${(value as readonly Json[]).map(flat).join(", ")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const entries = Object.entries(value);
	return entries.length === 0 ? "{}" : `{ ${entries.map(([key, of]) => `${JSON.stringify(key)}: ${flat(of)}`).join(", ")} }`;
}

/** JSON as the formatter of this repository leaves it: on one line what fits on one. */
function print(value: Json, depth: number, before: number): string {
	const line = flat(value);
	const fits = depth * tabWidth + before + line.length + 1 <= lineWidth;
	if (fits || typeof value !== "object" || value === null) return line;
	const [open, close] = Array.isArray(value) ? "[]" : "{}";
	const inner = "\t".repeat(depth + 1);
	const parts = Array.isArray(value)
		? (value as readonly Json[]).map((item) => `${inner}${print(item, depth + 1, 0)}`)
		: Object.entries(value).map(([key, of]) => {
				const label = `${JSON.stringify(key)}: `;
				return `${inner}${label}${print(of, depth + 1, label.length)}`;
			});
	return `${open}\n${parts.join(",\n")}\n${"\t".repeat(depth)}${close}`;
}

/** The text of `specs/scenario.schema.json`, given the text of `specs/features.yaml`. */
export const scenarioSchemaText = (features: string): string =>
	`${print(scenarioSchema(parse(features) as Record<string, string>), 0, 0)}\n`;

const [, , features, output] = process.argv;
if (features !== undefined && output !== undefined) writeFileSync(output, scenarioSchemaText(readFileSync(features, "utf8")));
