import { neverReceived, signals } from "./support/external.ts";
import { ofRuns } from "./support/invariant.ts";

/** The target of a signal that its sender is told was delivered has WorkflowExecutionSignaled of it. */
export const aSignalConfirmedWasReceived = ofRuns((run, observed) => neverReceived(run, observed, signals));
