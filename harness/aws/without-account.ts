import type { Evidence } from "../evidence.ts";

/** Twelve digits, so that whatever is said of an ARN still holds. */
const nobody = "000000000000";

/** Evidence with an account number taken out of every ARN and wherever else it stands: reports are shown to people whom it does not concern. */
export function withoutAccount(evidence: Evidence, account: string): Evidence {
	if (!JSON.stringify(evidence).includes(account)) return evidence;
	// No JSON number begins with zeros.
	const isIn = (value: unknown) => typeof value === "number" && String(value).includes(account);
	const text = JSON.stringify(evidence, (_, value: unknown) => (isIn(value) ? 0 : value));
	return JSON.parse(text.replaceAll(account, nobody)) as Evidence;
}
