import { createHash, randomUUID } from "node:crypto";
import type { Fault } from "../../specs/model/outcome.ts";
import { isOperationName, type OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import type { Place, Service } from "./service.ts";

/** An HTTP request as far as SWF looks at it: header names in lower case, the body as text. */
export interface HttpRequest {
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	readonly body: string;
	/** Aborted when the caller hangs up. */
	readonly signal?: AbortSignal;
}

/** An HTTP response; an empty body is sent as such. */
export interface HttpAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** Requests may have 1 MB: https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-limits.html */
export const largestBody = 1024 * 1024;

/** Answers a request the way SWF does on the wire. Checks come in the service's order: size, JSON, operation, members. */
export async function answerHttp(service: Service, { headers, body, signal }: HttpRequest): Promise<HttpAnswer> {
	const contentType = replyType(header(headers, "content-type"));
	const respond = (status: number, content: string): HttpAnswer => ({
		status,
		headers: { "content-type": contentType, "x-amzn-requestid": randomUUID() },
		body: content,
	});
	const refuse = (fault: Fault, status = 400) =>
		respond(status, JSON.stringify({ __type: faultType(fault.type), ...messageOf(fault) }));
	if (Buffer.byteLength(body) > largestBody) return refuse({ type: "RequestEntityTooLargeException" }, 413);
	const input = parseBody(body);
	if (input === undefined) return refuse({ type: "SerializationException" });
	const operation = operationOf(header(headers, "x-amz-target"));
	if (operation === undefined) return refuse({ type: "UnknownOperationException" });
	const outcome = await service.handle({ ...placeOf(headers), operation, input }, signal);
	if (outcome.kind === "fault") return refuse(outcome.fault);
	return respond(200, outcome.output === undefined ? "" : JSON.stringify(outcome.output));
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

const coralTypes: Readonly<Record<string, string>> = {
	RequestEntityTooLargeException: "com.amazon.coral.service#RequestEntityTooLargeException",
	SerializationException: "com.amazon.coral.service#SerializationException",
	UnknownOperationException: "com.amazon.coral.service#UnknownOperationException",
	ValidationException: "com.amazon.coral.validate#ValidationException",
};

const faultType = (type: string): string => coralTypes[type] ?? `com.amazonaws.swf.base.model#${type}`;
const messageOf = ({ message }: Fault) => (message === undefined ? {} : { message });

/** Where an unsigned request goes. */
export const defaultPlace: Place = { account: "123456789012", region: "us-east-1" };

const scope = /Credential=([^/\s,]+)\/\d+\/([^/\s,]+)\//;
const legacyKey = /AWSAccessKeyId=([^,\s]+)/;

/** The region is that of the signature's scope, the account one of its own for every access key. */
function placeOf(headers: HttpRequest["headers"]): Place {
	const [, accessKeyId, region] = scope.exec(header(headers, "authorization")) ?? [];
	if (accessKeyId !== undefined && region !== undefined) return { account: accountOf(accessKeyId), region };
	const legacy = legacyKey.exec(header(headers, "x-amzn-authorization"))?.[1];
	return legacy === undefined ? defaultPlace : { ...defaultPlace, account: accountOf(legacy) };
}

/** The account that an access key belongs to here: twelve digits, always the same. */
export const accountOf = (accessKeyId: string): string =>
	String(createHash("sha256").update(accessKeyId).digest().readUIntBE(0, 6) % 10 ** 12).padStart(12, "0");
