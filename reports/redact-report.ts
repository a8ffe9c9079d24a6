import type { Comparison } from "./compare/comparison.ts";
import { redactNamed } from "./redact.ts";
import type { CaseEntry, CaseReport, Report, ReportFrame } from "./report.ts";

/** What a hostile answer nests deeper than this is cut off, since writing it out would exhaust the stack. */
const deepest = 256;

/**
 * A case without secrets, also where a target echoed one into an answer that became a finding, and nested no deeper than can be
 * written. Every report source is made with it, so that no format depends on what was redacted before.
 */
export const redactCase = (one: CaseReport): CaseReport => redact("", one, 0) as CaseReport;

/** Likewise what is kept of a case. */
export const redactEntry = <Entry extends CaseEntry>(entry: Entry): Entry => redact("", entry, 0) as Entry;

/** Likewise what a report says beside its cases. */
export const redactFrame = <Frame extends Partial<ReportFrame>>(frame: Frame): Frame => redact("", frame, 0) as Frame;

/** Likewise what is told of two reports. */
export const redactComparison = (comparison: Comparison): Comparison => redact("", comparison, 0) as Comparison;

/** Likewise a whole report that is in memory. */
export const redactReport = (report: Report): Report => redact("", report, 0) as Report;

function redact(name: string, value: unknown, depth: number): unknown {
	if (typeof value === "string") return redactNamed(name, value);
	if (typeof value !== "object" || value === null) return value;
	if (depth === deepest) return `[nested deeper than ${deepest}]`;
	if (Array.isArray(value)) return value.map((item) => redact(name, item, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, redact(member, inner, depth + 1)]));
}
