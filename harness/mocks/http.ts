import { randomUUID } from "node:crypto";
import type { Fault, Outcome } from "../../specs/model/outcome.ts";
import { faultType, isOperationName, type OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { accountOf, type Caller, type Identification, identify } from "./identities.ts";
import type { Service } from "./service.ts";

/** An HTTP request as far as SWF looks at it: header names in lower case, the body as text. */
export interface HttpRequest {
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	readonly body: string;
	/** Path and query, `/` when left out; a signature covers it. */
	readonly path?: string;
	/** Aborted when the caller hangs up. */
	readonly signal?: AbortSignal;
}

/** An HTTP response; an empty body is sent as such. */
export interface HttpAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** What a log may say of the exchange. */
	readonly summary?: Summary;
}

/** What a request turned out to be, without anything that it carried. */
export interface Summary {
	readonly requestId: string;
	readonly operation?: OperationName;
	readonly account?: string;
	readonly region?: string;
	readonly principal?: string;
	readonly fault?: string;
}

/** Requests may have 1 MB, headers included: https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-limits.html */
export const largestRequest = 1024 * 1024;

/**
 * Answers a request the way SWF does on the wire. Checks come in the service's order: size, JSON, operation, signature, members.
 */
export async function answerHttp(service: Service, request: HttpRequest): Promise<HttpAnswer> {
	const { headers, body, signal } = request;
	const contentType = replyType(header(headers, "content-type"));
	const requestId = randomUUID();
	const respond = (status: number, content: string, about: Omit<Summary, "requestId"> = {}): HttpAnswer => ({
		status,
		headers: { "content-type": contentType, "x-amzn-requestid": requestId },
		body: content,
		summary: { requestId, ...about },
	});
	const refuse = (fault: Fault, about: Omit<Summary, "requestId"> = {}, status = 400) =>
		respond(status, JSON.stringify({ __type: faultType(fault.type), ...messageOf(fault) }), { ...about, fault: fault.type });
	if (sizeOf(request) > largestRequest) return refuse({ type: "RequestEntityTooLargeException" }, {}, 413);
	const input = parseBody(body);
	if (input === undefined) return refuse({ type: "SerializationException" });
	const operation = operationOf(header(headers, "x-amz-target"));
	if (operation === undefined) return refuse({ type: "UnknownOperationException" });
	const door = service.frontDoor();
	const caller = door.auth === "verify" ? await verify(service, request) : identify(door, ...authorizationOf(headers));
	if (caller.kind === "fault") return refuse(caller.fault, { operation });
	const about = { operation, ...caller.place, ...nameOf(caller) };
	const principal = caller.principal === undefined ? {} : { principal: caller.principal };
	const outcome = await service.handle({ ...caller.place, ...principal, operation, input }, signal).catch(brokenBy);
	if (outcome.kind === "fault") return refuse(outcome.fault, about, outcome.fault.type === internalFailure ? 500 : 400);
	return respond(200, outcome.output === undefined ? "" : JSON.stringify(outcome.output), about);
}

const internalFailure = "InternalFailure";

/** What a defect of ours looks like to the caller: https://docs.aws.amazon.com/amazonswf/latest/apireference/CommonErrors.html */
function brokenBy(error: unknown): Outcome {
	process.emitWarning(error instanceof Error ? error : String(error));
	return { kind: "fault", fault: { type: internalFailure } };
}

const nameOf = ({ principal }: Caller) => (principal === undefined ? {} : { principal: principal.name });

const authorizationOf = (headers: HttpRequest["headers"]): readonly [string, string] => [
	header(headers, "authorization"),
	header(headers, "x-amzn-authorization"),
];

/** Loaded only where it is asked for, and once: to ask for a module takes time even where it is there. */
let verifying: Promise<typeof import("./verify-signature.ts")> | undefined;

async function verify(service: Service, { headers, body, path = "/" }: HttpRequest): Promise<Identification> {
	const given = Object.entries(headers).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, typeof value === "string" ? value : value.join(",")] as const],
	);
	verifying ??= import("./verify-signature.ts");
	const { verifySignature } = await verifying;
	return verifySignature(service.frontDoor(), { path, headers: new Map(given), body }, new Date());
}

function sizeOf({ headers, body }: HttpRequest): number {
	let size = Buffer.byteLength(body);
	for (const [name, value] of Object.entries(headers)) size += name.length + String(value ?? "").length;
	return size;
}

const header = (headers: HttpRequest["headers"], name: string): string => {
	const value = headers[name];
	return typeof value === "string" ? value : (value?.[0] ?? "");
};

/** The reply is of the request's kind: the older one, which the developer guide still describes, or the one of the API model. */
const replyType = (contentType: string): string =>
	contentType.toLowerCase().startsWith("application/json") ? "application/json" : "application/x-amz-json-1.0";

/** An empty body stands for an empty object; the protocol lets clients leave it out. */
function parseBody(body: string): Json | undefined {
	try {
		return body === "" ? {} : JSON.parse(body);
	} catch {
		return undefined;
	}
}

const targets = /^(?:com\.amazonaws\.swf\.service\.model\.)?SimpleWorkflowService\.(\w+)$/;

function operationOf(target: string): OperationName | undefined {
	const name = targets.exec(target)?.[1];
	return name !== undefined && isOperationName(name) ? name : undefined;
}

const messageOf = ({ message }: Fault) => (message === undefined ? {} : { message });

export { accountOf };
