import type { Mutant } from "./mutant.ts";

const file = "harness/mocks/http.ts";

/** Ways in which an emulator answers rightly and not as SWF writes it. */
export const contractMutants: readonly Mutant[] = [
	{
		name: "operations without an answer answer with an empty object",
		file,
		find: 'outcome.output === undefined ? "" :',
		replace: 'outcome.output === undefined ? "{}" :',
		caughtBy: ["contract/a-call-without-an-answer-is-answered-with-nothing"],
	},
	{
		name: "operations without an answer succeed with 201",
		file,
		find: "return respond(200,",
		replace: "return respond(outcome.output === undefined ? 201 : 200,",
		caughtBy: ["contract/every-success-has-status-200"],
	},
	{
		name: "what is unknown is answered with 404",
		file,
		find: "outcome.fault.type === internalFailure ? 500 : 400",
		replace: 'outcome.fault.type === "UnknownResourceFault" ? 404 : 400',
		caughtBy: ["contract/faults-have-status-400"],
	},
	{
		name: "faults have no namespace",
		file,
		find: "__type: faultType(fault.type)",
		replace: "__type: fault.type",
		caughtBy: ["contract/a-fault-stands-behind-its-namespace"],
	},
	{
		name: "faults carry no request id",
		file,
		find: '"x-amzn-requestid": requestId }',
		replace: '...(status === 200 ? { "x-amzn-requestid": requestId } : {}) }',
		caughtBy: ["contract/every-response-carries-a-request-id"],
	},
	{
		name: "request ids have no hyphens",
		file,
		find: "randomUUID();",
		replace: 'randomUUID().replaceAll("-", "");',
		caughtBy: ["contract/a-request-id-is-a-uuid"],
	},
	{
		name: "empty answers have no content type",
		file,
		find: '{ "content-type": contentType,',
		replace: '{ ...(content === "" ? {} : { "content-type": contentType }),',
		caughtBy: ["contract/every-response-has-the-content-type-of-its-request"],
	},
	{
		name: "a last page has the token null",
		file,
		find: "JSON.stringify(outcome.output)",
		replace: 'JSON.stringify("events" in outcome.output ? { nextPageToken: null, ...outcome.output } : outcome.output)',
		caughtBy: ["contract/a-member-without-a-value-is-left-out"],
	},
];
