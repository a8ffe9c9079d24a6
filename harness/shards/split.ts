import type { Shard } from "../../reports/report.ts";
import { byId } from "../../reports/report-source.ts";
import { suiteOf } from "../../reports/summarize.ts";
import type { Plan } from "../plan.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Milliseconds that cases took once, by id; by a scenario's id those of each row of its table. */
export type Durations = ReadonlyMap<string, number>;

/**
 * What one of several runs plays of a plan: longest first, each case goes to the run that has least to do by then. The same on every
 * machine for the same plan and durations; each case is in exactly one.
 */
export function shardOf({ play, skip }: Plan, { index, of }: Shard, durations: Durations): Plan {
	const expected = expectedDurations(durations);
	const weighed = [
		...play.map(({ id }) => ({ id, milliseconds: expected(id) })),
		...skip.map(({ scenario: { id } }) => ({ id, milliseconds: 0 })),
	].sort((one, other) => other.milliseconds - one.milliseconds || byId(one, other));
	const shards = Array.from({ length: of }, () => ({ ids: new Set<string>(), milliseconds: 0 }));
	for (const { id, milliseconds } of weighed) {
		const least = shards.reduce((one, other) => (isLess(other, one) ? other : one));
		least.ids.add(id);
		least.milliseconds += milliseconds;
	}
	const mine = shards[index - 1]?.ids ?? new Set();
	const isMine = ({ id }: Pick<Scenario, "id">) => mine.has(id);
	return { play: play.filter(isMine), skip: skip.filter(({ scenario }) => isMine(scenario)) };
}

interface Load {
	readonly ids: ReadonlySet<string>;
	readonly milliseconds: number;
}

const isLess = (one: Load, other: Load): boolean =>
	one.milliseconds - other.milliseconds < 0 || (one.milliseconds === other.milliseconds && one.ids.size < other.ids.size);

/** A case of which nothing is recorded is taken for one in the middle of its suite, or of all suites. */
function expectedDurations(durations: Durations): (id: string) => number {
	const bySuite = new Map<string, number[]>();
	for (const [id, milliseconds] of durations) {
		const suite = suiteOf({ id });
		bySuite.set(suite, [...(bySuite.get(suite) ?? []), milliseconds]);
	}
	const medians = new Map([...bySuite].map(([suite, its]) => [suite, medianOf(its)]));
	const ofAll = durations.size === 0 ? 1 : medianOf([...durations.values()]);
	return (id) => durations.get(id) ?? durations.get(id.split(":", 1)[0] ?? id) ?? medians.get(suiteOf({ id })) ?? ofAll;
}

const medianOf = (values: readonly number[]): number =>
	values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
