import { type OperationName, operationShape, type ShapeName, shape } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";

/** Input as a program gives it to the SDK: its times are dates. One that a date cannot hold to the millisecond stays the number it is. */
export const withDates = (operation: OperationName, input: JsonObject): unknown => dated(operationShape(operation).input, input);

function dated(name: ShapeName, value: Json): unknown {
	const found = shape(name);
	if (found.type === "timestamp" && typeof value === "number") {
		const date = new Date(Math.round(value * 1000));
		return date.getTime() / 1000 === value ? date : value;
	}
	if (found.type === "list" && Array.isArray(value)) return (value as readonly Json[]).map((item) => dated(found.member, item));
	if (found.type !== "structure" || !isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([member, of]) => {
			const inner = Object.hasOwn(found.members, member) ? found.members[member] : undefined;
			return [member, inner === undefined ? of : dated(inner, of)];
		}),
	);
}
