/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object: what every SWF request and every non-empty answer is. */
export interface JsonObject {
	readonly [member: string]: Json;
}

/** Whether a JSON value is an object, neither a list nor null. */
export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === "object" && value !== null && !Array.isArray(value);
