import type { Check } from "./check.ts";
import { contract } from "./contract.ts";
import { expectations } from "./expectations.ts";
import { invariants } from "./invariants.ts";

/** Every check that judges a case. */
export const checks = { expectations, contract, invariants } as const satisfies Record<string, Check>;
