import { neverSent, signals } from "./support/external.ts";
import { ofRuns } from "./support/invariant.ts";

/** The event of another execution that WorkflowExecutionSignaled names sent this signal, with this name and input. */
export const aSignalReceivedWasSent = ofRuns((run, observed) => neverSent(run, observed, signals));
