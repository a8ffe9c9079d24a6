/** Where a statement stands: in AWS's text, in the API model, in a recording of the live service, or in our reasoning. */
export type Standing = "documented" | "modelled" | "observed" | "inferred";

export const standings = ["documented", "modelled", "observed", "inferred"] as const satisfies readonly Standing[];

/** One citable statement of the contract, in our words. */
export interface Clause {
	/** File and key, as `termination/closes-at-once`. */
	readonly id: string;
	readonly text: string;
	/** Pages, recordings or reports that say so, at least one. */
	readonly sources: readonly string[];
	readonly standing: Standing;
	readonly level: "MUST" | "SHOULD" | "MAY";
	/** The readings, by name, where sources disagree or are silent. */
	readonly contested: Readonly<Record<string, string>>;
}

/** What a clause's standing makes of its level, unless the clause says otherwise. */
export const levelOf = (standing: Standing): Clause["level"] =>
	standing === "observed" ? "SHOULD" : standing === "inferred" ? "MAY" : "MUST";
