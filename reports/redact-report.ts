import { redactNamed } from "./redact.ts";
import type { Report } from "./report.ts";

/** What a hostile answer nests deeper than this is cut off, since writing it out would exhaust the stack. */
const deepest = 256;

const done = new WeakMap<Report, Report>();

/**
 * A report without secrets, also where a target echoed one into an answer that became a finding, and nested no deeper than can be
 * written. Every renderer starts with it, so that no format depends on what was redacted before.
 */
export function redactReport(report: Report): Report {
	const known = done.get(report);
	if (known !== undefined) return known;
	const redacted = redact("", report, 0) as Report;
	done.set(report, redacted).set(redacted, redacted);
	return redacted;
}

function redact(name: string, value: unknown, depth: number): unknown {
	if (typeof value === "string") return redactNamed(name, value);
	if (typeof value !== "object" || value === null) return value;
	if (depth === deepest) return `[nested deeper than ${deepest}]`;
	if (Array.isArray(value)) return value.map((item) => redact(name, item, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, redact(member, inner, depth + 1)]));
}
