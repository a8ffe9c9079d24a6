import { isJsonObject } from "../../../specs/wire/json.ts";
import type { Reply } from "./rule.ts";

/** The `__type` of a fault as it was sent; undefined where there is none. */
export function faultTypeOf({ kind, json }: Reply): string | undefined {
	const type = kind === "fault" && isJsonObject(json) ? json["__type"] : undefined;
	return typeof type === "string" && type !== "" ? type : undefined;
}
