import * as sdk from "@aws-sdk/client-swf";
import { expect, test } from "vitest";
import { differences, documentTables } from "./sdk-agreement.ts";

const pollsIdle =
	"an idle poll is answered without what the API model requires; the document gives that answer a shape of its own";
const deprecatedDomain = "AWS documents that nothing can be registered in a deprecated domain and models no fault for it";

/** Statements of the document that the SDK does not make, each with the reason. There are none the other way round. */
const ours: Readonly<Record<string, string>> = {
	"RegisterActivityType answers DomainDeprecatedFault": deprecatedDomain,
	"RegisterWorkflowType answers DomainDeprecatedFault": deprecatedDomain,
	"IdleActivityTask is a structure": pollsIdle,
	"IdleActivityTask.activityId is text": pollsIdle,
	"IdleActivityTask.startedEventId is number": pollsIdle,
	"IdleActivityTask.taskToken is text": pollsIdle,
	"IdleDecisionTask is a structure": pollsIdle,
	"IdleDecisionTask.previousStartedEventId is number": pollsIdle,
	"IdleDecisionTask.startedEventId is number": pollsIdle,
	"IdleDecisionTask.taskToken is text": pollsIdle,
};

const usual = differences(sdk);

test("the document and the SDK say the same, but for what is listed with its reason", () => {
	expect(usual).toEqual({ document: Object.keys(ours).sort(), sdk: [] });
});

const run = sdk.Run$;
const [, namespace, , traits, members, kinds] = run;
const structure = (names: readonly string[], types: readonly unknown[], required = 0) => [
	3,
	namespace,
	"Run",
	traits,
	names,
	types,
	required,
];

test.each<[what: string, doctored: Readonly<Record<string, unknown>>, document: readonly string[], sdk: readonly string[]]>([
	["a new member", { Run$: structure([...members, "number"], [...kinds, 1]) }, [], ["Run.number is number"]],
	["a member that is gone", { Run$: structure([], []) }, ["Run.runId is text"], []],
	["a member of another type", { Run$: structure(members, [4]) }, ["Run.runId is text"], ["Run.runId is timestamp"]],
	["a list where there was one", { Run$: structure(members, [64]) }, ["Run.runId is text"], ["Run.runId is list of text"]],
	["a structure in its place", { Run$: structure(members, [() => run]) }, ["Run.runId is text"], ["Run.runId is Run"]],
	["a member that became required", { Run$: structure(members, kinds, 1) }, [], ["Run.runId is required"]],
	["a new structure", { Walk$: [3, namespace, "Walk", 0, [], []] }, [], ["Walk is a structure"]],
	["a new value", { ChildPolicy: { ...sdk.ChildPolicy, ADOPT: "ADOPT" } }, [], ["ChildPolicy has ADOPT"]],
	["a new enumeration", { Colour: { RED: "RED" } }, [], ["Colour has RED"]],
	["a new fault", { WalkFault$: [-3, namespace, "WalkFault", 0, [], []] }, [], ["WalkFault is a fault"]],
	[
		"another answer",
		{ TagResource$: [9, namespace, "TagResource", 0, () => sdk.TagResourceInput$, () => run] },
		["TagResource takes TagResourceInput and answers unit"],
		["TagResource takes TagResourceInput and answers Run"],
	],
])("an SDK with %s is noticed", (_what, doctored, document, only) => {
	expect(differences({ ...sdk, ...doctored })).toEqual({
		document: [...usual.document, ...document].sort(),
		sdk: [...usual.sdk, ...only].sort(),
	});
});

test("an SDK without an operation is noticed", () => {
	const { TagResource$: _gone, ...rest } = sdk;
	expect(differences(rest).document).toContain("TagResource takes TagResourceInput and answers unit");
});

test("a document that lacks an operation, a member, a value or a fault is noticed", () => {
	const { TagResource: _operation, ...operations } = documentTables.operations;
	const { Run: _run, ...shapes } = documentTables.shapes;
	const lacking = { type: "string", values: ["TERMINATE", "ABANDON"] } as const;
	const { sdk: only } = differences(sdk, { operations, shapes: { ...shapes, ChildPolicy: lacking } });
	expect(only).toEqual([
		"ChildPolicy has REQUEST_CANCEL",
		"Run is a structure",
		"Run.runId is text",
		"TagResource answers LimitExceededFault",
		"TagResource answers OperationNotPermittedFault",
		"TagResource answers TooManyTagsFault",
		"TagResource answers UnknownResourceFault",
		"TagResource takes TagResourceInput and answers unit",
	]);
});
