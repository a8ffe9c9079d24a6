import type { Rule } from "./ledger.ts";

/** What holds every run to clauses of its own, beside the suites. */
export const rules: readonly Rule[] = [];
