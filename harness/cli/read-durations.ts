import { durationsFile, durationsOf, parseDurations } from "../shards/durations.ts";
import type { Durations } from "../shards/split.ts";
import { packageRoot } from "./corpus.ts";
import { openReportFile } from "./read-report-file.ts";
import { readText } from "./read-text.ts";
import type { RunFlags } from "./run-command.ts";
import { UsageError } from "./terminal.ts";

/**
 * What a run is split by: what a report says that somebody named, or else what ships with the suites; nothing where it is not split.
 *
 * @throws {UsageError} where the report cannot be read, or there is nothing to split
 */
export async function durationsFor({ shard, durations }: Pick<RunFlags, "shard" | "durations">): Promise<Durations> {
	if (shard === undefined && durations !== undefined)
		throw new UsageError(`--durations ${durations}: says how --shard splits; give --shard too`);
	if (durations !== undefined) return durationsOf(await openReportFile(durations));
	return shard === undefined ? new Map() : parseDurations(await readText(durationsFile(packageRoot)));
}
