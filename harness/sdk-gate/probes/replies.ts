import { type OperationName, operationShape } from "../../../specs/wire/contract.ts";
import type { Json } from "../../../specs/wire/json.ts";
import type { Reply } from "../observation.ts";
import { minimal, type Style, sample } from "../samples.ts";

export const answered = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Reply => ({
	...{ status: 200, body, headers },
});

export const refused = (status: number, body: Json | Uint8Array, headers: Readonly<Record<string, string>> = {}): Reply => ({
	...{ status, headers },
	body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
});

/** The body of an answer in a style; empty where the contract knows no answer. */
export function answerBody(operation: OperationName, style: Style = minimal): string {
	const { output } = operationShape(operation);
	return output === undefined ? "" : JSON.stringify(sample(output, style));
}

/** The least input that an operation has. */
export const minimalInput = (operation: OperationName): object =>
	sample(operationShape(operation).input, { ...minimal, time: someTime }) as object;

/** A time of input as every build takes it: a date, on the second. */
export const someTime = new Date(1326592619000);

export const page = "<html><body><h1>Service Unavailable</h1></body></html>";
