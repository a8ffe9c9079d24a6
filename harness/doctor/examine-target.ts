import { rawRequest, type WireClients } from "../clients/wire.ts";
import { createRecorder, type Recorder } from "../play/recorder.ts";
import { GaveUp } from "../targets/guard.ts";
import { settingsOf, type Target } from "../targets/target.ts";
import type { Action } from "./actions-used.ts";
import { examineConnection } from "./examine-connection.ts";
import { examineLimits } from "./examine-limits.ts";
import { examinePermissions } from "./examine-permissions.ts";
import { examineService, signaturesIn } from "./examine-service.ts";
import { type AskOnce, type Came, type Found, found } from "./found.ts";

/** What a target is examined for. */
export interface Need {
	readonly actions: readonly Action[];
	/** A domain that is there already. */
	readonly domain?: string;
	/** A name that nothing at the target has. */
	readonly nobody: string;
}

/** What has to be there before anything can be asked. */
const line: readonly string[] = ["dns", "tcp", "tls", "http"];

/** Whether nothing can be asked, so that the rest is not known. */
export const isOutOfReach = (results: readonly Found[]): boolean =>
	results.some(({ what, standing }) => standing === "bad" && line.includes(what));

/** Looks at all that may be in the way of a run, and changes nothing. Ends early where the rest cannot be known. */
export async function examineTarget(
	target: Target,
	clients: WireClients,
	{ actions, domain, nobody }: Need,
	interrupt: AbortSignal,
): Promise<readonly Found[]> {
	const settings = settingsOf(target, target.session("doctor"));
	const client = clients.connect(settings);
	const asking = (call: (recorder: Recorder) => Promise<unknown>): Promise<Came> => {
		const recorder = createRecorder(client, interrupt, () => performance.now(), target.guard);
		return call(recorder).then(() => recorder.exchanges[0] ?? unasked("nothing was asked"), ended);
	};
	const ask: AskOnce = (operation, input, seconds) =>
		asking((recorder) =>
			recorder.call("doctor", operation, input, seconds === undefined ? {} : { signal: AbortSignal.timeout(seconds * 1000) }),
		);
	const connection = target.inProcess
		? [found("tcp", "fine", "not used: it is answered in this process")]
		: await examineConnection(target.endpoint);
	if (isOutOfReach(connection)) return connection;
	const service = await examineService(ask);
	const known = [...connection, ...service];
	if (isOutOfReach(known)) return known;
	const listing = rawRequest("ListDomains", JSON.stringify({ registrationStatus: "REGISTERED", maximumPageSize: 1 }));
	const forged = { ...listing, signing: { secretAccessKey: "not the secret" } };
	const about = { step: "doctor", operation: "ListDomains", input: {} } as const;
	const signatures = signaturesIn(
		await asking((recorder) => recorder.raw(about, (sending) => clients.raw(settings)(forged, sending))),
	);
	if (known.some(({ what, standing }) => what === "credentials" && standing === "bad")) return [...known, signatures];
	const place = { domain: domain ?? nobody, isGiven: domain !== undefined, nobody };
	return [...known, signatures, ...(await examineLimits(domain, ask)), ...(await examinePermissions(actions, place, ask))];
}

/** Whoever paces the requests may have given one up. */
function ended(error: unknown): Came {
	if (error instanceof GaveUp) return unasked(error.message);
	throw error;
}

const unasked = (problem: string): Came => ({ outcome: { kind: "transport", problem }, durationMs: 0 });
