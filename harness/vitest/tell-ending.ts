import { type ExitCode, exitCodes } from "../cli/terminal.ts";
import type { RunEnding } from "./background-run.ts";
import { plainError } from "./plain-error.ts";

/** What a run can end with that no test of a case tells. */
const endedBadly: { readonly [code in ExitCode]?: { readonly name: string; readonly message: string } } = {
	[exitCodes.capped]: { name: "capped", message: "what was accepted to be spent kept cases from being played" },
	[exitCodes.unwritten]: { name: "unwritten", message: "a report could not be written where it was to go" },
};

/** Lets a test end as the run did, beside its cases. */
export function tellEnding({ code, unmet }: RunEnding, print: (text: string) => string): void {
	if (unmet.length > 0) throw plainError(print(unmet.join("\n")), "unmet");
	const bad = endedBadly[code];
	if (bad !== undefined) throw plainError(bad.message, bad.name);
}
