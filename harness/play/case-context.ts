import type { Json } from "../../specs/wire/json.ts";
import type { RawClient } from "../clients/raw.ts";
import type { Evidence, StepEvidence } from "../evidence.ts";
import type { Environment } from "../scenario/references.ts";
import type { Clock } from "../targets/target.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Recorder } from "./recorder.ts";
import type { Survey } from "./survey.ts";
import type { TaskInbox } from "./tasks.ts";

/** What the steps of one case share while it is played. */
export interface CaseContext {
	readonly recorder: Recorder;
	readonly raw: () => Promise<RawClient>;
	readonly clock: Clock;
	readonly deadlines: Deadlines;
	readonly inbox: TaskInbox;
	readonly survey: Survey;
	/** The case is to end: the run was interrupted, or the case has cost what it may cost. */
	readonly interrupt: AbortSignal;
	/** What answers may still weigh, as `weightOf` weighs them. */
	readonly room: () => number;
	/** How much longer than written to be patient. */
	readonly patience: number;
	/** Milliseconds of a clock that never goes back. */
	readonly now: () => number;
	readonly environment: () => Environment;
	bind(name: string, value: Json): void;
	/** Takes in the events that expectations named. */
	bindAll(bindings: { readonly [name: string]: Json }): void;
	note(step: StepEvidence): void;
	trouble(trouble: NonNullable<Evidence["trouble"]>): void;
	/** Called when the first request of the branch is on its way. */
	readonly departed?: () => void;
}
