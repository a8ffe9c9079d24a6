import { connect, type Socket } from "node:net";
import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";

/** Sends one request and reads its answer. Throws when it is refused. */
export type Ask = (operation: OperationName, input: JsonObject) => Promise<JsonObject>;

interface Waiting {
	readonly resolve: (answer: JsonObject) => void;
	readonly reject: (error: Error) => void;
}

/**
 * A client that does next to nothing, so that what is measured is the server: one connection, one request at a time, opened again
 * when the server closes it. Answers need a content-length.
 */
export function leanClient(port: number): { readonly ask: Ask; readonly close: () => void } {
	let socket: Socket | undefined;
	let waiting: Waiting | undefined;
	let received = "";

	function settle(how: (one: Waiting) => void): void {
		const one = waiting;
		waiting = undefined;
		received = "";
		if (one !== undefined) how(one);
	}

	function open(): Socket {
		const opened = connect(port, "127.0.0.1").setNoDelay(true).setEncoding("latin1");
		opened.on("data", (text) => {
			received += String(text);
			const answer = readAnswer(received);
			if (answer === undefined) return;
			if (/^connection: *close/im.test(received)) forget(opened);
			settle(({ resolve, reject }) => (answer instanceof Error ? reject(answer) : resolve(answer)));
		});
		opened.on("error", (error) => {
			if (socket === opened) settle(({ reject }) => reject(error));
		});
		opened.on("close", () => {
			if (socket !== opened) return;
			forget(opened);
			settle(({ reject }) => reject(new Error("the connection was closed before the answer")));
		});
		return opened;
	}

	function forget(done: Socket): void {
		socket = undefined;
		done.destroy();
	}

	const ask: Ask = (operation, input) =>
		new Promise((resolve, reject) => {
			socket ??= open();
			waiting = { resolve, reject };
			socket.write(requestText(operation, JSON.stringify(input)));
		});
	return { ask, close: () => socket?.destroy() };
}

// Not signed: neither server looks at signatures here, and making one would take longer than an answer.
const requestText = (operation: OperationName, body: string): string =>
	[
		"POST / HTTP/1.1",
		"host: localhost",
		"content-type: application/x-amz-json-1.0",
		"authorization: AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/swf/aws4_request, SignedHeaders=host, Signature=0",
		`x-amz-target: SimpleWorkflowService.${operation}`,
		`content-length: ${body.length}`,
		"",
		body,
	].join("\r\n");

function readAnswer(received: string): JsonObject | Error | undefined {
	const headEnd = received.indexOf("\r\n\r\n");
	if (headEnd < 0) return undefined;
	const length = /^content-length: *(\d+)/im.exec(received.slice(0, headEnd))?.[1];
	if (length === undefined) return new Error("an answer without content-length");
	const body = received.slice(headEnd + 4);
	if (body.length < Number(length)) return undefined;
	if (received.slice(9, 12) !== "200") return new Error(body);
	const parsed: Json = body === "" ? {} : JSON.parse(body);
	return isJsonObject(parsed) ? parsed : new Error(`no object: ${body}`);
}

/** Whether something listens on the port and takes connections. */
export const takesConnections = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
		socket.once("connect", () => socket.destroy());
	});
