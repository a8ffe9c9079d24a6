import { commonFaults, faultType } from "../../../specs/wire/contract.ts";

/** What no operation models and yet was seen on the live service, with its namespace and its status. */
const seen: readonly string[] = ["ValidationException", "SerializationException", "ThrottlingException"];

/** The type of a fault as the live service writes it; undefined for one that was never seen. */
export const seenType = (code: string): string | undefined => {
	const type = faultType(code);
	return type === code || (commonFaults.includes(code) && !seen.includes(code)) ? undefined : type;
};
