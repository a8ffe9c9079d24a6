import { entryOf, type Located, toJson } from "./located.ts";
import type { Reader } from "./reader.ts";

const told = (node: Located): string => (node.kind === "scalar" ? JSON.stringify(toJson(node)) : `a ${node.kind}`);

/** A number that is not negative. */
export function readNumber(node: Located, reader: Reader, what: string): number | undefined {
	if (node.kind === "scalar" && typeof node.value === "number" && node.value >= 0) return node.value;
	reader.refuse(node.at, `${what} is a number, 0 or more, not ${told(node)}`);
	return undefined;
}

/** A whole number from 0 to the most there may be. */
export function readWhole(
	node: Located,
	reader: Reader,
	what: string,
	most: number = Number.MAX_SAFE_INTEGER,
): number | undefined {
	const value = node.kind === "scalar" ? node.value : undefined;
	if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) return value;
	const range = most === Number.MAX_SAFE_INTEGER ? "0 or more" : `0 to ${most}`;
	reader.refuse(node.at, `${what} is a whole number, ${range}, not ${told(node)}`);
	return undefined;
}

/** true or false. */
export function readBoolean(node: Located, reader: Reader, what: string): boolean | undefined {
	if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
	reader.refuse(node.at, `${what} is true or false, not ${told(node)}`);
	return undefined;
}

/** A member that is left out when it is not there or wrong. */
export function optional<Name extends string, Value>(
	node: Located,
	name: Name,
	read: (value: Located) => Value | undefined,
): { readonly [Each in Name]?: Value } {
	const entry = entryOf(node, name);
	const value = entry === undefined ? undefined : read(entry.value);
	// An object with this one member, or with none.
	return (value === undefined ? {} : { [name]: value }) as { readonly [Each in Name]?: Value };
}
