/** What JSON can hold; the report is plain JSON throughout. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** How binding a clause or an expectation is. */
export type Level = "MUST" | "SHOULD" | "MAY";

/**
 * What is said of a case in the end.
 *
 * - `pass`: every expectation of level MUST and SHOULD held.
 * - `fail`: a finding of level MUST.
 * - `warn`: findings of level SHOULD and none of level MUST.
 * - `unsupported`: the target refuses an operation as unknown to it, or declares that it lacks a feature the case needs.
 * - `inconclusive`: could not tell: no answer in time, or a broken connection.
 * - `error`: the kit or a fixture failed.
 * - `skipped`: not played because that was asked for; never a pass.
 * - `expected-failure`: a `fail` that the expectations file knows of.
 * - `unexpected-pass`: a `pass` or a `warn` where the expectations file expects worse.
 */
export type Verdict =
	| "pass"
	| "fail"
	| "warn"
	| "unsupported"
	| "inconclusive"
	| "error"
	| "skipped"
	| "expected-failure"
	| "unexpected-pass";

/** All verdicts, in the order in which summaries list them. */
export const verdicts: readonly Verdict[] = [
	"pass",
	"fail",
	"warn",
	"unsupported",
	"inconclusive",
	"error",
	"skipped",
	"expected-failure",
	"unexpected-pass",
];

/** A clause as the report carries it, so that a reader needs nothing else. */
export interface ReportClause {
	readonly id: string;
	readonly text: string;
	/** Addresses or names of the sources, at least one. */
	readonly sources: readonly string[];
	readonly standing: "documented" | "modelled" | "observed" | "inferred";
	readonly level: Level;
}

/** How events that were asked for have to lie in a history. `suites/README.md` says it of each. */
export type HistoryRelation = "exactly" | "inOrder" | "startsWith" | "endsWith" | "contains" | "excludes";

/** One of the events that a history was asked for. */
export interface ExpectedEvent {
	readonly eventType: string;
	/** What its members were held against; members that may have any value are absent. */
	readonly attributes?: { readonly [member: string]: Json };
	/** The position, from 0 and without what was ignored, of the event that it was found to be; absent for those that were not found. */
	readonly met?: number;
}

/** All that a history was asked for, where a finding tells only the first difference. */
export interface HistoryExpectation {
	readonly relation: HistoryRelation;
	/** In the order in which they were asked for. */
	readonly events: readonly ExpectedEvent[];
	/** Types of events that were left out of the history before it was compared. */
	readonly ignoring?: readonly string[];
}

/** One broken rule and its witness. */
export interface Finding {
	/** Which check found it. */
	readonly check: "expectations" | "contract" | "invariants";
	readonly clause: string;
	readonly level: Level;
	/** One sentence: what was wrong. */
	readonly message: string;
	/** The step it happened at, as `3` or `4.2.1` (third branch member …), absent for what concerns the whole case. */
	readonly step?: string;
	/** Where in the answer or the history, as `executionInfo.closeStatus` or `events.4`. */
	readonly at?: string;
	readonly expected?: Json;
	readonly observed?: Json;
	/** All that was expected of the history which `exchanges` tell, of a finding about one. */
	readonly history?: HistoryExpectation;
	/** Positions in `exchanges` of the case that show it. */
	readonly exchanges?: readonly number[];
}

/** Which of several acceptable readings was seen. */
export interface Observation {
	readonly step: string;
	readonly clause: string;
	readonly reading: string;
}

/** One request and its response, secrets redacted. */
export interface ReportExchange {
	readonly step: string;
	readonly operation: string;
	/** Milliseconds since the case began. */
	readonly sentAfterMs: number;
	readonly durationMs: number;
	readonly request: { readonly headers: { readonly [name: string]: string }; readonly body: string };
	/** Absent when none arrived. */
	readonly response?: { readonly status: number; readonly headers: { readonly [name: string]: string }; readonly body: string };
	/** What went wrong when no answer of SWF could be read. */
	readonly problem?: string;
}

/** What became of one case. */
export interface CaseReport {
	readonly id: string;
	/** Of the scenario's file, so that two reports are known to be about the same case. */
	readonly digest?: string;
	readonly verdict: Verdict;
	/** The strongest level among its expectations; a case of level MAY is informational and not scored. */
	readonly level: Level;
	/** Ids of the clauses it cites; their texts stand once in `clauses` of the report. */
	readonly clauses: readonly string[];
	/** Why, where the verdict needs a reason (skipped, unsupported, inconclusive, error, expected-failure, unexpected-pass). */
	readonly reason?: string;
	/** Places of the entries in the expectations file that expect the verdict, or that an unexpected pass belies: `known.yaml:5:13`. */
	readonly expectedBy?: readonly string[];
	readonly findings: readonly Finding[];
	readonly observations: readonly Observation[];
	readonly durationMs: number;
	readonly checks: { readonly reached: number; readonly declared: number };
	/** The command that replays only this case. */
	readonly replay: string;
	readonly exchanges: readonly ReportExchange[];
	/** Findings beyond those that a report has room for, if there were any; the evidence bears them all. */
	readonly moreFindings?: number;
}

/** Two figures, never added. Both count scored cases: not skipped, not informational. */
export interface Score {
	readonly scored: number;
	/** Cases that failed, expected to or not. */
	readonly failed: number;
	/** Scored cases less the unsupported. */
	readonly supported: number;
	/** failed / scored, 0 to 1; 0 when nothing is scored. */
	readonly divergence: number;
	/** supported / scored, 0 to 1; 0 when nothing is scored. */
	readonly coverage: number;
}

export interface Summary extends Score {
	readonly cases: number;
	readonly verdicts: { readonly [verdict in Verdict]: number };
	/** The same figures for each suite (first folder of the id), by name. */
	readonly suites: { readonly [suite: string]: Score & { readonly verdicts: { readonly [verdict in Verdict]: number } } };
}

/** One of several runs that share the cases among them. */
export interface Shard {
	/** From 1 to `of`. */
	readonly index: number;
	readonly of: number;
}

/** What the answers of a target say of it, beside what they were asked; at least one of the two. */
export interface ReportAnswers {
	/** What their header `Server` said, each value once, sorted; the first 8 of them. */
	readonly servers?: readonly string[];
	/**
	 * How far their header `Date` is ahead of the clock of this machine, in whole seconds; below 0 where it is behind. The median of
	 * the answers that came at once. Absent on a virtual clock.
	 */
	readonly skewSeconds?: number;
}

/** What a report says of a profile, a set of cases that a target can be said to conform to. */
export interface ProfileOutcome {
	/** As it was asked for: `core`, or `core@1` for what it was when version 1 was frozen. */
	readonly name: string;
	/** The weakest level that is required. */
	readonly level: Level;
	/** Whether every required case is in the report and passed. */
	readonly conformant: boolean;
	/** How many cases. */
	readonly required: number;
	/** How many of these passed; a `warn` passes where only what is of level MUST is required. */
	readonly passed: number;
	/** Required cases that the report does not have. */
	readonly missing: number;
	/** How many of the required cases got each verdict; those that no case got are left out. */
	readonly verdicts: { readonly [verdict in Verdict]?: number };
	/** Ids of cases that it would have if it were not frozen; nobody who pinned it is scored for them. */
	readonly addedAfter: readonly string[];
	/** Frozen cases that the suites have no more, by the ids they had. */
	readonly removed: readonly string[];
	/** Required cases whose scenario says something else than when it was frozen. */
	readonly rewritten: readonly string[];
}

/** The canonical report. `specs/report.schema.json` is its published schema. */
export interface Report {
	readonly report: "swf-conformance";
	/** Version of this format. */
	readonly format: 1;
	readonly kit: { readonly version: string; readonly node: string; readonly suites: string };
	readonly target: {
		readonly name: string;
		readonly endpoint: string;
		readonly region: string;
		/** As somebody said, or as the tag of the image says. */
		readonly version?: string;
		/** The image of the container that was started for the run. */
		readonly image?: { readonly name: string; readonly id: string; readonly digest?: string };
	};
	readonly client: {
		readonly name: string;
		readonly version: string;
		/** Exact versions, by name, of the packages that put its bytes on the wire. */
		readonly packages?: { readonly [name: string]: string };
	};
	readonly clock: "virtual" | "wall";
	/** What was typed to measure this, ready for a shell, without secrets. Versions before this member wrote none. */
	readonly command?: string;
	/** Which part of the cases this is about, where several runs shared them. */
	readonly shard?: Shard;
	/** ISO 8601, UTC. */
	readonly started: string;
	readonly ended: string;
	/** Whether the run was cut short by a signal. */
	readonly interrupted: boolean;
	readonly answers?: ReportAnswers;
	/** Name of the expectations file, if there was one. */
	readonly expectations?: string;
	/** SHA-256 of what it held: `sha256:` and hexadecimal digits. */
	readonly expectationsDigest?: string;
	/** What is wrong with entries of the expectations file, a line each, beginning with its place; absent if nothing is. */
	readonly unmet?: readonly string[];
	/** What was asked to be said of profiles. */
	readonly profiles?: readonly ProfileOutcome[];
	readonly summary: Summary;
	/** Every clause that a case cites or a finding names, by id. */
	readonly clauses: { readonly [id: string]: ReportClause };
	readonly cases: readonly CaseReport[];
}

/** A report without its cases: little, however much a target sent. */
export type ReportFrame = Omit<Report, "cases">;

/** What is kept of each case to list, count and find it. */
export interface CaseEntry extends Pick<CaseReport, "id" | "digest" | "verdict" | "level" | "durationMs" | "expectedBy"> {
	/** How many there are. */
	readonly findings: number;
	readonly observations: number;
}

/** A report whose cases are read when they are wanted, as often as they are. Nothing in it is secret. */
export interface ReportSource {
	readonly frame: ReportFrame;
	/** Whether its end is missing, and with it who knows how many cases. */
	readonly isCut?: boolean;
	/** In the order of their ids. */
	readonly entries: readonly CaseEntry[];
	/** Reads the cases that are wanted one by one, all without being told, in the order of their ids. */
	readonly cases: (wanted?: (entry: CaseEntry) => boolean) => AsyncIterable<CaseReport>;
}
