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
	/** Why nothing tests it, where nothing does. */
	readonly untested?: string;
	/** Where it stands in its file, from 1. */
	readonly line: number;
}

/** The subject of a clause: the name of its file. */
export const areaOf = (id: string): string => id.slice(0, id.indexOf("/"));

/** What a clause's standing makes of its level, unless the clause says otherwise. */
export const levelOf = (standing: Standing): Clause["level"] =>
	standing === "observed" ? "SHOULD" : standing === "inferred" ? "MAY" : "MUST";
