import type { CaseReport, ReportAnswers, ReportFrame, ReportSource } from "../report.ts";
import { frameOf } from "../report-lines.ts";
import { byId } from "../report-source.ts";
import { summarize } from "../summarize.ts";

/** What is known of the whole only when all of it is there. */
export type Decided = Pick<ReportFrame, "unmet" | "profiles">;

/**
 * One report of those of all shards, as the run would have written that played every case. Cases are read from their own reports
 * whenever they are rendered.
 *
 * @param reports at least one; they belong together
 * @param isPartial whether some of it is missing
 * @param decide says of all cases what no shard could
 */
export function mergeReports(
	reports: readonly ReportSource[],
	isPartial: boolean,
	decide: (whole: Pick<ReportSource, "entries">) => Decided,
): ReportSource {
	const owned = reports
		.flatMap((report, owner) => report.entries.map((entry) => ({ entry, owner })))
		.sort((one, other) => byId(one.entry, other.entry));
	const entries = owned.map(({ entry }) => entry);
	return {
		frame: joined(
			reports.map(({ frame }) => frame),
			isPartial,
			{ ...decide({ entries }), summary: summarize(entries) },
		),
		entries,
		async *cases(wanted = () => true) {
			// All are in the order of ids, so that each is read once from its beginning to its end.
			const readers = reports.map((report) => report.cases(wanted)[Symbol.asyncIterator]());
			try {
				for (const { entry, owner } of owned) if (wanted(entry)) yield await nextOf(readers[owner]);
			} finally {
				for (const reader of readers) await reader.return?.();
			}
		},
	};
}

async function nextOf(reader: AsyncIterator<CaseReport> | undefined): Promise<CaseReport> {
	const next = await reader?.next();
	if (next === undefined || next.done === true) throw new Error("a report has fewer cases than it lists");
	return next.value;
}

function joined(
	frames: readonly ReportFrame[],
	isPartial: boolean,
	{ summary, ...decided }: Decided & Pick<ReportFrame, "summary">,
): ReportFrame {
	const [first] = frames.toSorted((one, other) => (one.started < other.started ? -1 : 1));
	if (first === undefined) throw new Error("nothing to join");
	const { shard: _, clauses: __, unmet: ___, profiles: ____, answers: _____, command, ...opening } = first;
	const answers = joinedAnswers(frames.flatMap((frame) => frame.answers ?? []));
	const clauses = new Map(frames.flatMap((frame) => Object.entries(frame.clauses)));
	return frameOf({ ...opening, ...(command === undefined ? {} : { command: withoutShard(command) }) }, [...clauses.values()], {
		ended: frames.map(({ ended }) => ended).reduce((one, other) => (one < other ? other : one)),
		interrupted: isPartial || frames.some(({ interrupted }) => interrupted),
		...(answers === undefined ? {} : { answers }),
		...decided,
		summary,
	});
}

const withoutShard = (command: string): string => command.replace(/ --shard[= ]\d+\/\d+/, "");

function joinedAnswers(all: readonly ReportAnswers[]): ReportAnswers | undefined {
	const servers = [...new Set(all.flatMap((answers) => answers.servers ?? []))].sort().slice(0, 8);
	const skews = all.flatMap(({ skewSeconds }) => skewSeconds ?? []).sort((one, other) => one - other);
	const skewSeconds = skews[Math.floor((skews.length - 1) / 2)];
	if (servers.length === 0 && skewSeconds === undefined) return undefined;
	return { ...(servers.length === 0 ? {} : { servers }), ...(skewSeconds === undefined ? {} : { skewSeconds }) };
}
