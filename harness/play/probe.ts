import type { Recorder } from "./recorder.ts";

/** One call that every SWF answers one way or another. Returns why no answer came, if none came. */
export async function probe(recorder: Recorder): Promise<string | undefined> {
	const { outcome } = await recorder.call("probe", "ListDomains", { registrationStatus: "REGISTERED", maximumPageSize: 1 });
	return outcome.kind === "transport" ? outcome.problem : undefined;
}
