import type { Mutant } from "./mutant.ts";

const onRequest = "specs/model/operations/request-cancel-workflow-execution.ts";
const info = "specs/model/execution-info.ts";
const recorded = "record(model, execution.key.runId, now, requested)";
const shown = "execution.cancelRequested && isOpen(execution)";

/** Ways in which an emulator gets requests to cancel an execution wrong. */
export const cancelRequestMutants: readonly Mutant[] = [
	{
		name: "a request to cancel an execution shows nowhere but in its history",
		file: info,
		find: shown,
		replace: "false",
		caughtBy: ["descriptions/a-cancel-request-shows-in-the-description"],
	},
	{
		name: "a second request to cancel an execution is dropped",
		file: onRequest,
		find: recorded,
		replace: `execution.cancelRequested ? model : ${recorded}`,
		caughtBy: ["cancel-requests/a-second-request-is-recorded-dropped-or-refused"],
	},
	{
		name: "a request to cancel an execution has the cause of a child policy",
		file: onRequest,
		find: "externalInitiatedEventId: 0",
		replace: 'externalInitiatedEventId: 0, cause: "CHILD_POLICY_APPLIED"',
		caughtBy: ["cancel-requests/a-request-is-recorded-and-leaves-the-execution-open"],
	},
];
