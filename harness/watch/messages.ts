import type { CaseReport } from "../../reports/report.ts";
import type { ExpectationsFile } from "../expectations/expectations-file.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ContainerWishes } from "../targets/container/container-settings.ts";

/** What a player plays on and with; the same for as long as somebody watches. */
export interface PlayerSettings {
	/** What opens the target. */
	readonly form: string;
	readonly environment: NodeJS.ProcessEnv;
	readonly container: ContainerWishes;
	readonly client: string;
	readonly lacks: readonly string[];
	readonly has: readonly string[];
	readonly concurrency?: number;
	readonly patience?: number;
	readonly maxWait?: number;
	/** Seconds that an answer may take. */
	readonly deadline?: number;
	/** Of the target, as somebody said. */
	readonly targetVersion?: string;
	/** What the replay command names beside the case. */
	readonly replayOptions: string;
}

/** Cases to play now. */
export interface Round {
	readonly scenarios: readonly Scenario[];
	readonly expectations?: ExpectationsFile;
}

/** What is said to a player, a process of its own. */
export type ToPlayer =
	| { readonly kind: "play"; readonly settings: PlayerSettings; readonly round: Round }
	| { readonly kind: "stop" };

/** What a case came to. */
export interface Played {
	readonly report: CaseReport;
	/** What of the model it is known to have used: `operations/start-workflow-execution`, `decisions/start-timer`. */
	readonly uses: readonly string[];
}

/** What a player says. */
export type FromPlayer =
	| { readonly kind: "played"; readonly played: Played }
	/** A line about how it is getting on. */
	| { readonly kind: "note"; readonly line: string }
	/** The round is over; cases that were not told of were not played. */
	| { readonly kind: "done" }
	/** The round could not be played; `usage` is what the command line said, `unreachable` a target that does not answer. */
	| { readonly kind: "trouble"; readonly about: "usage" | "unreachable" | "other"; readonly message: string };
