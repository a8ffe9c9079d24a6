import type { SdkBuild } from "../clients/sdk-build.ts";
import { compareBuilds } from "./compare-builds.ts";
import { compareRequests } from "./compare-requests.ts";
import { compareResults } from "./compare-results.ts";
import type { Difference } from "./difference.ts";
import { openRecordingEndpoint, type RecordingEndpoint } from "./endpoint.ts";
import type { Observation, Probe } from "./observation.ts";
import { observe } from "./observe.ts";
import { standingStill } from "./standing-still.ts";

/** Puts every probe to both builds and tells in what they differ. It ends early where it is interrupted. */
export async function compareOnTheWire(
	baseline: SdkBuild,
	candidate: SdkBuild,
	probes: readonly Probe[],
	interrupt: AbortSignal,
): Promise<readonly Difference[]> {
	const endpoint = await openRecordingEndpoint();
	try {
		const [before, after] = await standingStill(async () => [
			await observeAll(baseline, probes, endpoint, interrupt),
			await observeAll(candidate, probes, endpoint, interrupt),
		]);
		return [
			...compareBuilds(baseline, candidate),
			...probes.flatMap(({ id }) => compareProbe(id, before?.get(id), after?.get(id))),
		];
	} finally {
		await endpoint.close();
	}
}

async function observeAll(
	build: SdkBuild,
	probes: readonly Probe[],
	endpoint: RecordingEndpoint,
	interrupt: AbortSignal,
): Promise<ReadonlyMap<string, Observation>> {
	const observations = new Map<string, Observation>();
	for (const probe of probes) {
		interrupt.throwIfAborted();
		const observed = await observe(build, probe, endpoint);
		if (observed !== undefined) observations.set(probe.id, observed);
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
