import { invariants } from "../specs/invariants/invariants.ts";
import { rules as contractRules } from "./checks/contract/rules.ts";
import type { Rule } from "./ledger.ts";

/** What holds every run to clauses of its own, beside the suites. */
export const rules: readonly Rule[] = [
	...Object.keys(contractRules).map((name) => ({ kind: "contract rule" as const, name, clause: `contract/${name}` })),
	...Object.keys(invariants).map((name) => ({ kind: "invariant" as const, name, clause: `histories/${name}` })),
];
