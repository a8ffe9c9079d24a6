import type { Check } from "./check.ts";
import { contract } from "./contract.ts";
import { expectations } from "./expectations.ts";

/** Every check that judges a case. */
export const checks = { expectations, contract } as const satisfies Record<string, Check>;
