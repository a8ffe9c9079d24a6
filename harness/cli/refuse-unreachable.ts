import type { ClientKind } from "../clients/client.ts";
import { createDeadlines } from "../play/deadlines.ts";
import { probe } from "../play/probe.ts";
import { createRecorder } from "../play/recorder.ts";
import { settingsOf, type Target } from "../targets/target.ts";
import { UsageError, unreachable } from "./terminal.ts";

/**
 * Makes one call that every SWF answers one way or another, before anything is measured.
 *
 * @param deadline seconds that the answer may take
 * @throws {UnreachableError} where none comes
 * @throws {UsageError} for a client that cannot reach a target in this process
 */
export async function refuseUnreachable(
	target: Target,
	kind: ClientKind,
	interrupt: AbortSignal,
	deadline?: number,
): Promise<void> {
	if (target.inProcess && kind.apart === true)
		throw new UsageError(
			`--client ${kind.name}: another program cannot reach the target ${target.name}, which is answered inside this process; try --target reference:virtual`,
		);
	if (target.ephemeral && target.image === undefined) return;
	const client = kind.connect(settingsOf(target, target.session("probe")));
	const deadlines = createDeadlines(deadline === undefined ? {} : { call: deadline });
	const problem = await probe(createRecorder(client, interrupt, () => performance.now(), target.guard, { deadlines }));
	client.close();
	if (problem !== undefined && !interrupt.aborted) throw unreachable(target.endpoint, problem);
}
