import { isJsonObject, type Json } from "../../specs/wire/json.ts";

/** What a program gets from the SDK, as JSON that tells apart what a program can: dates, numbers that JSON lacks, instances of classes. */
export function plain(value: unknown): Json {
	if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? "invalid" : value.toISOString() };
	if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
	if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object") return { [`$${typeof value}`]: String(value) };
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) return { $class: value.constructor.name, text: String(value) };
	const members = Object.entries(value).filter(([, of]) => of !== undefined);
	return Object.fromEntries(members.map(([member, of]) => [member, plain(of)]));
}

/** Whether it is the form of a date. */
export const isDate = (value: Json | undefined): boolean => isJsonObject(value) && "$date" in value;
