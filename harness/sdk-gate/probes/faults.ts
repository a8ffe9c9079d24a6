import { commonFaults, faultType, operationNames, operationShape } from "../../../specs/wire/contract.ts";
import type { Json } from "../../../specs/wire/json.ts";
import type { Probe, Reply } from "../observation.ts";
import { minimalInput, page, refused } from "./replies.ts";

const one = "com.amazonaws.swf.base.model#UnknownResourceFault";
const other = "com.amazonaws.swf.base.model#OperationNotPermittedFault";
const message = "Unknown domain: d";

const body = (members: { readonly [member: string]: Json }, headers: Readonly<Record<string, string>> = {}): Reply =>
	refused(400, { message, ...members }, headers);

/** How an error may name itself, and what else may stand in it. */
const forms: Readonly<Record<string, Reply>> = {
	bare: body({ __type: "UnknownResourceFault" }),
	namespace: body({ __type: one }),
	"namespace-of-the-model": body({ __type: "com.amazonaws.swf#UnknownResourceFault" }),
	"another-namespace": body({ __type: "org.example#UnknownResourceFault" }),
	"with-an-address": body({ __type: "UnknownResourceFault:http://internal.amazon.com/coral/com.amazonaws.swf/" }),
	"namespace-and-address": body({ __type: `${one}:http://internal.amazon.com/` }),
	"in-code": body({ code: one }),
	"in-Code": body({ Code: one }),
	"in-the-header": body({}, { "x-amzn-errortype": "UnknownResourceFault" }),
	"in-the-header-with-an-address": body({}, { "x-amzn-errortype": "UnknownResourceFault:http://internal.amazon.com/" }),
	"in-the-header-only": refused(400, "", { "x-amzn-errortype": "UnknownResourceFault" }),
	"in-the-query-header": body({}, { "x-amzn-query-error": "UnknownResourceFault;Sender" }),
	"query-header-beside-type": body({ __type: one }, { "x-amzn-query-error": "AWS.SimpleWorkflow.Other;Sender" }),
	"conflict-of-header-and-type": body({ __type: one }, { "x-amzn-errortype": "OperationNotPermittedFault" }),
	"conflict-of-header-and-code": body({ code: one }, { "x-amzn-errortype": "OperationNotPermittedFault" }),
	"conflict-of-code-and-type": body({ __type: one, code: other }),
	"conflict-of-all": body({ __type: one, code: other }, { "x-amzn-errortype": "LimitExceededFault" }),
	"conflict-in-numbers": body({ __type: one, code: 400 }),
	"type-within-a-member": body({ __type: one, detail: { __type: other } }),
	"type-is-null": body({ __type: null }),
	"type-is-a-number": body({ __type: 5 }),
	"type-is-empty": body({ __type: "" }),
	"no-code-at-all": body({}),
	"no-code-and-no-message": refused(400, {}),
	"empty-message": body({ __type: one, message: "" }),
	"null-message": body({ __type: one, message: null }),
	"no-message": refused(400, { __type: one }),
	"capital-message": refused(400, { __type: one, Message: message }),
	"both-messages": body({ __type: one, Message: "another" }),
	"message-is-an-object": body({ __type: one, message: { x: 1 } }),
	"unknown-members": body({ __type: one, unmodelledMember: 1 }),
	"bare-and-unknown": body({ __type: "NewFault" }),
	"prototype-members": refused(400, `{"__type":"${one}","__proto__":{"x":1},"constructor":1}`),
	"a-list": refused(400, []),
	"a-null": refused(400, "null"),
	"a-text": refused(400, '"text"'),
	"no-json": refused(400, "{"),
	html: refused(400, page, { "content-type": "text/html" }),
	xml: refused(404, "<UnknownOperationException/>", { "content-type": "application/xml" }),
	"request-id-in-x-amz-request-id": body({ __type: one }, { "x-amzn-requestid": "", "x-amz-request-id": "request-2" }),
	"request-id-in-x-amzn-request-id": body({ __type: one }, { "x-amzn-requestid": "", "x-amzn-request-id": "request-2" }),
};

const statuses = [300, 301, 302, 304, 307, 308, 401, 403, 404, 405, 409, 413, 415, 480, 501];
const location = { location: "http://127.0.0.1:1/elsewhere" };

const modelledFaults = [...new Set(operationNames.flatMap((operation) => operationShape(operation).faults))].sort();

/** One that no build tries again: a retried one is tried with one operation, among the retries. */
const isCheap = (fault: string): boolean => !/Throttling|Unavailable|Internal/.test(fault);

/** Every fault of every operation, and one operation with errors of every form: what the program catches is compared. */
export const faultProbes: readonly Probe[] = [
	...operationNames.flatMap((operation) =>
		["modelled", ...commonFaults].flatMap((fault): Probe[] => {
			const faults = fault === "modelled" ? operationShape(operation).faults : isCheap(fault) ? [fault] : [];
			return faults.map((type) => ({
				id: `faults/${operation}/${type}`,
				...{ operation, input: minimalInput(operation), replies: [body({ __type: faultType(type) })] },
			}));
		}),
	),
	...modelledFaults.map((type) => probe(`type-${type}`, body({ __type: faultType(type) }))),
	...Object.entries(forms).map(([form, reply]) => probe(form, reply)),
	...statuses.flatMap((status) => [
		probe(`status-${status}/typed`, refused(status, status === 304 ? "" : { __type: one, message }, location)),
		probe(`status-${status}/empty`, refused(status, "", location)),
		probe(`status-${status}/html`, refused(status, status === 304 ? "" : page, { ...location, "content-type": "text/html" })),
	]),
];

function probe(form: string, reply: Reply): Probe {
	return { id: `faults/${form}`, operation: "DescribeDomain", input: minimalInput("DescribeDomain"), replies: [reply] };
}
