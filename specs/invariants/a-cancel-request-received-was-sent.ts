import { cancelRequests, neverSent } from "./support/external.ts";
import { ofRuns } from "./support/invariant.ts";

/** The event of another execution that WorkflowExecutionCancelRequested names sent this request. */
export const aCancelRequestReceivedWasSent = ofRuns((run, observed) => neverSent(run, observed, cancelRequests));
