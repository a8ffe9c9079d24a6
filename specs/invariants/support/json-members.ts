import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type Json, type JsonObject } from "../../wire/json.ts";

/** A member as text; undefined for anything else, as whether it may be something else is not for invariants to say. */
export function textOf(object: JsonObject | undefined, member: string): string | undefined {
	const value = object?.[member];
	return typeof value === "string" ? value : undefined;
}

export function integerOf(object: JsonObject | undefined, member: string): number | undefined {
	const value = object?.[member];
	return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

export function objectOf(object: JsonObject | undefined, member: string): JsonObject | undefined {
	const value = object?.[member];
	return isJsonObject(value) ? value : undefined;
}

/** A duration of SWF in seconds: infinite for NONE, undefined for what is no duration. */
export function secondsOf(object: JsonObject | undefined, member: string): number | undefined {
	const value = textOf(object, member);
	if (value === "NONE") return Number.POSITIVE_INFINITY;
	return value !== undefined && /^\d{1,8}$/.test(value) ? Number(value) : undefined;
}

export const sameJson = (one: Json | undefined, other: Json | undefined): boolean => isDeepStrictEqual(one, other);

/** Whether two moments in epoch seconds are the same millisecond. */
export const sameMoment = (one: number, other: number): boolean => Math.round(one * 1000) === Math.round(other * 1000);

/** What a finding shows where nothing was. */
export const shown = (value: Json | undefined): Json => value ?? "(absent)";
