import type { Finding, Observation } from "../../reports/report.ts";
import type { Evidence } from "../evidence.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What a check says of one case. */
export interface CheckResult {
	readonly findings: readonly Finding[];
	readonly observations: readonly Observation[];
	/** How many of its declared checks it could make; 0 for checks that are not declared one by one. */
	readonly reached: number;
	/** What we did wrong ourselves, so that the target must not be blamed for its answer. */
	readonly defect?: string;
	/** What a target may rightly refuse that we sent, since it had given it to us: its refusal is its own doing, its consent shows nothing. */
	readonly misled?: string;
}

/** A pure function of what was observed. It prints nothing, throws nothing and decides no verdict. */
export type Check = (scenario: Scenario, evidence: Evidence) => CheckResult;
