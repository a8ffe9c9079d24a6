import type { Finding } from "../../reports/report.ts";
import { contractFindings } from "../checks/contract.ts";
import { invariantFindings } from "../checks/invariants.ts";
import { observe } from "../checks/observe.ts";
import type { Batch, Place } from "./batch.ts";

/** A finding, and where in the input its witness stands. */
export interface PlacedFinding extends Omit<Finding, "exchanges" | "step"> {
	readonly place: Place;
}

/** Holds what was read against the contract and the laws of histories. */
export const checkBatch = ({ exchanges, places }: Batch): readonly PlacedFinding[] =>
	[...contractFindings(exchanges, []), ...invariantFindings(observe(exchanges), exchanges)].map(
		({ exchanges: positions, step: _, ...finding }) => ({
			...finding,
			place: places[positions?.at(-1) ?? 0] ?? places[0] ?? { file: "", line: 1 },
		}),
	);
