import { operationNames, operationShape } from "../../../specs/wire/contract.ts";

const modelled = new Set(operationNames.flatMap((name) => operationShape(name).faults));

/** Namespaces that were seen on the live service for what no operation models. */
const unmodelled: ReadonlyMap<string, string> = new Map([
	["ValidationException", "com.amazon.coral.validate"],
	["SerializationException", "com.amazon.coral.service"],
	["ThrottlingException", "com.amazon.coral.availability"],
]);

export const isModelled = (code: string): boolean => modelled.has(code);

/** The namespace that the live service writes before a fault's name; undefined where none was seen. */
export const namespaceOf = (code: string): string | undefined =>
	isModelled(code) ? "com.amazonaws.swf.base.model" : unmodelled.get(code);
