import { cancelRequests, neverReceived } from "./support/external.ts";
import { ofRuns } from "./support/invariant.ts";

/** The target of a request to cancel that its sender is told was delivered has WorkflowExecutionCancelRequested of it. */
export const aCancelRequestConfirmedWasReceived = ofRuns((run, observed) => neverReceived(run, observed, cancelRequests));
