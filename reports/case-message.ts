import { informationalText } from "./figures.ts";
import type { CaseReport } from "./report.ts";
import { shortened, visibleLine } from "./visible.ts";

/** Why a case has its verdict, on one line of at most some 500 characters: its reason, or else the worst of its findings. */
export function messageOf({ reason, findings, level }: CaseReport): string {
	const worst = findings.find((finding) => finding.level === "MUST") ?? findings[0];
	const message = shortened(visibleLine(reason ?? worst?.message ?? "no reason given"), 500);
	return level === "MAY" ? `${message} (${informationalText})` : message;
}

/** The scenario's file, as this project and its package have it: several cases of one table stand in one file. */
export const fileOf = ({ id }: CaseReport): string => `suites/${visibleLine(id.split(":")[0] ?? id)}.yaml`;
