/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object: what every SWF request and every non-empty answer is. */
export interface JsonObject {
	readonly [member: string]: Json;
}

/** Whether a JSON value is an object, neither a list nor null. */
export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The object that a text is as JSON; undefined where it is none. */
export function jsonObjectIn(text: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isJsonObject(value) ? value : undefined;
	} catch {
		// No JSON: it says nothing to SWF either.
		return undefined;
	}
}
