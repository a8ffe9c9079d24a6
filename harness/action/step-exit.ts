import { type ExitCode, exitCodes } from "../cli/terminal.ts";
import type { FailOn } from "./inputs.ts";

/** With these a run has a report that says how the target does; with any other it has none, or not the whole. */
const played: readonly ExitCode[] = [exitCodes.fine, exitCodes.failures, exitCodes.undecided, exitCodes.capped];

/**
 * What the step ends with.
 *
 * @param compared what comparing with the baseline ended with, if there is one
 */
export function stepExit(failOn: FailOn, run: ExitCode, compared: ExitCode = exitCodes.fine): ExitCode {
	if (!played.includes(run)) return run;
	// No baseline where one was named is bad input, whatever is to fail.
	if (compared === exitCodes.badInput) return compared;
	if (failOn === "nothing") return exitCodes.fine;
	return failOn === "anything" && run !== exitCodes.fine ? run : compared;
}
