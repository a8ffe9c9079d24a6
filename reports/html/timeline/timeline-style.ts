/**
 * The look of timelines, for the page's one style element. Colours come from variables of the page, so that light and dark are decided there:
 * `--ink` (text), `--muted` (lesser text), `--line` (rules), `--surface` (behind it), `--bad` (what differs) and `--good` (what was expected).
 */
export const timelineStyle = "";
