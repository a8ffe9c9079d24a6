import { isOperationName, operationShape } from "../../../specs/wire/contract.ts";
import { isJsonObject, type Json } from "../../../specs/wire/json.ts";
import type { Exchange } from "../../evidence.ts";
import { refusesOperation } from "../../play/refusals.ts";
import type { Reply } from "./rule.ts";

/**
 * What the contract judges of an exchange; undefined where it has nothing to say:
 *
 * - no response came: the line's trouble, or the kit's own end of a long poll;
 * - the request was no call of SWF, whatever answers such things;
 * - the target does not know the operation: that is what it lacks, and not how it answers;
 * - the server failed with a status of 5xx, where anything between it and the client may have written the page. Who expected an answer
 *   says so already.
 */
export function readReply(exchange: Exchange): Reply | undefined {
	const { operation, request, response } = exchange;
	if (response === undefined || response.status >= 500 || refusesOperation(exchange)) return undefined;
	if (!isOperationName(operation) || !isCall(operation, request.headers)) return undefined;
	const json = parse(response.body);
	return {
		operation,
		kind: kindOf(response.status, json, operationShape(operation).output === undefined),
		...response,
		json,
		isIdle: operation.startsWith("PollFor") && isIdle(json),
		requestHeaders: request.headers,
		requestBody: request.body,
	};
}

const mediaTypes = /^application\/(?:x-amz-json-1\.0|json)\s*(?:;|$)/i;
const targetPrefix = /^(?:com\.amazonaws\.swf\.service\.model\.)?SimpleWorkflowService\./;

/** Whether the headers make a request a call of this operation; else the protocol promises nothing about the response. */
export const isCall = (operation: string, headers: Reply["headers"]): boolean =>
	headers["x-amz-target"]?.replace(targetPrefix, "") === operation && mediaTypes.test(headers["content-type"] ?? "");

function kindOf(status: number, json: Json | undefined, isVoid: boolean): Reply["kind"] {
	if (isSample(json)) return "sample";
	if (status >= 200 && status < 300) return isVoid ? "void" : "answer";
	return status >= 400 ? "fault" : "other";
}

/** No shape of SWF has these members. */
const isSample = (json: Json | undefined): boolean =>
	isJsonObject(json) &&
	Object.hasOwn(json, "success") &&
	typeof json["success"] === "boolean" &&
	(Object.hasOwn(json, "data") || Object.hasOwn(json, "error"));

/** The token is empty by documentation, and absent in recordings of 2015. */
const isIdle = (json: Json | undefined): boolean =>
	isJsonObject(json) && (json["taskToken"] ?? "") === "" && (json["startedEventId"] ?? 0) === 0;

/** The value of a JSON text; undefined where it is none. JSON.parse does not recurse, so a deeply nested body does not exhaust the stack; nothing else here goes deeper than the shapes do. */
export function parse(text: string): Json | undefined {
	try {
		return JSON.parse(text);
	} catch {
		// A rule says so.
		return undefined;
	}
}
