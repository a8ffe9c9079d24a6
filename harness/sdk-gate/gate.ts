import { UsageError } from "../cli/terminal.ts";
import type { SdkBuild } from "../clients/sdk-build.ts";
import { compareBuilds } from "./compare-builds.ts";
import { compareRequests } from "./compare-requests.ts";
import { compareResults } from "./compare-results.ts";
import type { Difference } from "./difference.ts";
import { openRecordingEndpoint } from "./endpoint.ts";
import type { Observation, Probe } from "./observation.ts";
import { hangs, type ObserveOptions, observe } from "./observe.ts";
import { standingStill } from "./standing-still.ts";

export interface WireOptions {
	readonly probes: readonly Probe[];
	readonly interrupt: AbortSignal;
	/** Until a call is given up; 10 without it, longer than any call to the loopback interface takes. */
	readonly callSeconds?: number;
}

/**
 * Puts every probe to both builds and tells in what they differ.
 *
 * @throws {UsageError} where a build hangs again and again; the reason of the interrupt where it is interrupted
 */
export async function compareOnTheWire(
	baseline: SdkBuild,
	candidate: SdkBuild,
	{ probes, interrupt, callSeconds = 10 }: WireOptions,
): Promise<readonly Difference[]> {
	const endpoint = await openRecordingEndpoint();
	try {
		const [before, after] = await standingStill(async () => [
			await observeAll(baseline, probes, { endpoint, callSeconds }, interrupt),
			await observeAll(candidate, probes, { endpoint, callSeconds }, interrupt),
		]);
		return [
			...compareBuilds(baseline, candidate),
			...probes.flatMap(({ id }) => compareProbe(id, before?.get(id), after?.get(id))),
		];
	} finally {
		await endpoint.close();
	}
}

/** One call that hangs is a difference as any other; with many the gate would take hours. */
const mostHung = 5;

async function observeAll(
	build: SdkBuild,
	probes: readonly Probe[],
	options: ObserveOptions,
	interrupt: AbortSignal,
): Promise<ReadonlyMap<string, Observation>> {
	const observations = new Map<string, Observation>();
	let hung = 0;
	for (const probe of probes) {
		interrupt.throwIfAborted();
		const observed = await observe(build, probe, options);
		if (observed === undefined) continue;
		observations.set(probe.id, observed);
		hung += observed.results.filter((result) => result.kind === "error" && result.name === hangs).length;
		if (hung < mostHung) continue;
		throw new UsageError(
			`${build.folder}: ${probe.id} and others come to nothing within ${options.callSeconds} s; this build hangs`,
		);
	}
	return observations;
}

/** An operation that one of them lacks is told once, as such. */
function compareProbe(probe: string, one: Observation | undefined, other: Observation | undefined): readonly Difference[] {
	if (one === undefined || other === undefined) return [];
	const isSentByBoth = one.requests.length > 0 && other.requests.length > 0;
	const differences = [...(isSentByBoth ? compareRequests(one, other) : []), ...compareResults(one, other)];
	return differences.map((each) => ({ probe, ...each }));
}
