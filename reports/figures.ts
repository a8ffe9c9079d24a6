import { type ReportFrame, type Score, type Shard, type Verdict, verdicts } from "./report.ts";

/** A share as a percentage that never rounds to all or to nothing: `100.0 %` means each one. */
export function percent(share: number): string {
	if (share === 0 || share === 1) return `${share * 100}.0 %`;
	return `${Math.min(99.9, Math.max(0.1, share * 100)).toFixed(1)} %`;
}

/** How many of the scored cases failed. */
export const divergenceText = ({ divergence, failed, scored }: Score): string =>
	scored === 0 ? "nothing scored" : `${percent(divergence)} (${failed} of ${scored} scored failed)`;

/** How many of the scored cases the target supports. */
export const coverageText = ({ coverage, supported, scored }: Score): string =>
	scored === 0 ? "nothing scored" : `${percent(coverage)} (${supported} of ${scored} scored supported)`;

/** The verdicts that were given at all, in the order in which summaries list them. */
export const verdictsGiven = ({ summary }: ReportFrame): readonly Verdict[] =>
	verdicts.filter((verdict) => summary.verdicts[verdict] > 0);

/** `3 cases: 2 pass, 1 fail`. */
export const countsText = (report: ReportFrame): string => {
	const { cases } = report.summary;
	const counts = verdictsGiven(report).map((verdict) => `${report.summary.verdicts[verdict]} ${verdict}`);
	return `${cases} case${cases === 1 ? "" : "s"}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`;
};

/** How far the target's clock is from ours, as `, 3 s behind this machine`; empty where it is not. */
export function skewText({ answers: { skewSeconds = 0 } = {} }: Pick<ReportFrame, "answers">): string {
	if (skewSeconds === 0) return "";
	return `, ${Math.abs(skewSeconds)} s ${skewSeconds > 0 ? "ahead of" : "behind"} this machine`;
}

/** Which part of the cases a report is about, as `shard 2 of 5`. */
export const shardText = ({ index, of }: Shard): string => `shard ${index} of ${of}`;

/** Said of a run that was cut short, whose figures are not those of the whole. */
export const interruptedText = "The run was interrupted: what follows is what was measured until then.";

/** Said of a case of level MAY. */
export const informationalText = "informational, not scored";
