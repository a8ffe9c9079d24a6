import type { Verdict } from "../report.ts";
import type { Markup } from "./markup.ts";

/** A verdict by its name; the colour only repeats it. */
export const verdictBadge = (verdict: Verdict): Markup => ["span", { class: `verdict ${verdict}` }, verdict];
