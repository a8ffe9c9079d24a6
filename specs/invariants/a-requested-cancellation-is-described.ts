import { breachIn, ofRuns } from "./support/invariant.ts";
import { possibleWhen } from "./support/moments.ts";

/** cancelRequested of an open execution is true when its history has a request to cancel, and false when it has none. */
export const aRequestedCancellationIsDescribed = ofRuns((run) =>
	run.descriptions.flatMap((description) => {
		const { cancelRequested: observed, executionStatus } = description.executionInfo;
		// Recordings of closed executions contradict the documents, and lists lag behind.
		if (executionStatus !== "OPEN" || typeof observed !== "boolean" || description.detail === undefined) return [];
		const possible = possibleWhen(
			run,
			description,
			false,
			(is, { eventType }) => is || eventType === "WorkflowExecutionCancelRequested",
		);
		if (possible === undefined || possible.has(observed)) return [];
		const message = observed ? "no cancellation was requested" : "the cancellation that was requested is not told";
		return [breachIn(description.origin, message, "executionInfo.cancelRequested", { expected: !observed, observed })];
	}),
);
