/**
 * `swf-conformance/vitest`: one test a case in your own Vitest run.
 *
 * `conformance({ target: "http://127.0.0.1:4566" })` in a test file is all. `docs/vitest.md` has the rest.
 */
import { conformance } from "./vitest/conformance.ts";
import type { ConformanceOptions, StartedTarget } from "./vitest/options.ts";

export type { ConformanceOptions, StartedTarget };
export { conformance };
