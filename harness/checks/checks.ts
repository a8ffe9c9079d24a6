import type { Check } from "./check.ts";
import { expectations } from "./expectations.ts";

/** Every check that judges a case. */
export const checks = { expectations } as const satisfies Record<string, Check>;
