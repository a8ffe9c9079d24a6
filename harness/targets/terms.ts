import type { Evidence } from "../evidence.ts";
import type { Fixture, Scenario } from "../scenario/scenario.ts";

/** What a target asks of a run that it charges for, and whose domains are few. */
export interface Terms {
	/** Only the plan is asked for: nothing is sent. */
	readonly planOnly: boolean;
	/** The domain that somebody gave; undefined where the run registers one. */
	readonly domain: string | undefined;
	/** Why a case is not played here at all. */
	refusal(scenario: Scenario): string | undefined;
	/** What the run will do and cost, in words for whoever pays. */
	plan(cases: readonly Scenario[]): string;
	/** Called once, after the plan was told and before anything is measured. Throws UsageError where the run cannot keep to the terms. */
	begin(): Promise<void>;
	/** Asked before a case sets out: why it may not, if it may not. A case that may is reckoned with at its dearest until it is settled. */
	admit(scenario: Scenario): string | undefined;
	/** Told what a case that was admitted came to; returns what of it may be shown, or that it is to be played again as if it had not been. */
	settle(scenario: Scenario, evidence: Evidence): Evidence | "again";
}

/**
 * Whether the one domain of a run serves as this fixture: one without wishes, or set apart only for the sake of targets that take what they should
 * refuse.
 */
export const isServedByOneDomain = ({ name, members }: Pick<Fixture, "name" | "members">): boolean =>
	name === "main" && Object.entries(members).every(([member, value]) => member === "description" || oneDomain[member] === value);

/** How that domain is registered. */
export const oneDomain: Fixture["members"] = { workflowExecutionRetentionPeriodInDays: "1" };
