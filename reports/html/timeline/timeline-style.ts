/**
 * The look of timelines, for the page's one style element. It takes from the page the variables `--ink` (text), `--muted` (lesser text), `--line`
 * (rules), `--surface` (what is behind), `--bad` (what differs) and `--good` (what is as expected), so that light and dark are the
 * page's to decide. The colours of lanes are ones that stand out from both.
 */
export const timelineStyle = `
.timeline {
	container-type: inline-size;
	margin: 0.75rem 0;
	border: 1px solid var(--line);
	border-radius: 8px;
	font-size: 0.875rem;
	line-height: 1.25rem;
}
.timeline summary { padding: 0.5rem 0.75rem; cursor: pointer; overflow-wrap: anywhere; }
.timeline summary strong { color: var(--bad); }
.timeline > p { margin: 0 0.75rem 0.5rem; color: var(--muted); overflow-wrap: anywhere; }
.timeline ol { list-style: none; margin: 0; padding: 0; }
.timeline li, .timeline .head { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 0.5rem; padding: 0 0.75rem; }
.timeline.beside li, .timeline.beside .head { grid-template-columns: minmax(0, 2fr) auto minmax(0, 3fr); }
.timeline .head { align-items: end; color: var(--muted); border-bottom: 1px solid var(--line); }
.timeline .head > span { padding-bottom: 0.25rem; font-weight: 600; }
.timeline li.gap { display: block; padding: 0.5rem 0.75rem; color: var(--muted); text-align: center; }
.timeline li > div { padding: 0.3125rem 0; overflow-wrap: anywhere; min-width: 0; }
.timeline li p { margin: 0; color: var(--muted); font-size: 0.8125rem; }
.timeline li p.wrong { color: var(--bad); }
.timeline b { font-weight: 600; }
.timeline b span { display: inline-block; }
.timeline .id { display: inline-block; min-width: 1.25rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.timeline .time { color: var(--muted); font-size: 0.8125rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.timeline em { font-style: normal; font-size: 0.8125rem; color: var(--muted); }
.timeline .met em { color: var(--good); }
.timeline :is(.differs, .missing, .unasked, .excluded) em { color: var(--bad); font-weight: 600; }
.timeline .first strong { display: inline-block; padding: 0 0.375rem; border-radius: 4px; background: var(--bad); color: var(--surface); font-size: 0.75rem; }
.timeline mark { background: none; color: var(--bad); font-weight: 600; }
.timeline .expected mark { color: var(--good); }
.timeline li.first { outline: 1px solid var(--bad); outline-offset: -1px; box-shadow: inset 5px 0 var(--bad); }
.timeline svg { display: block; overflow: hidden; }
.timeline li svg { height: 0; min-height: 100%; }
.timeline svg text { font-size: 11px; fill: var(--muted); }
.timeline path { fill: none; stroke-width: 1.5; }
.timeline path.lane { stroke: var(--line); }
.timeline path.head { stroke: none; }
.timeline path.wrong { fill: var(--bad); stroke: none; }
${Object.entries({
	execution: "#3f83e0",
	decision: "#9b6ad6",
	activity: "#128f7f",
	timer: "#c97a12",
	child: "#d1498b",
	external: "#8b8a1e",
	marker: "#7d8590",
	lambda: "#d2603a",
	other: "#7d8590",
})
	.map(
		([lane, colour]) =>
			`.timeline path.${lane}, .timeline circle.hollow.${lane} { stroke: ${colour}; } .timeline circle.${lane}, .timeline path.head.${lane} { fill: ${colour}; }`,
	)
	.join("\n")}
.timeline li circle.hollow { fill: var(--surface); stroke-width: 2; stroke-dasharray: 3 2; }
@container (max-width: 40rem) {
	.timeline li, .timeline .head { padding: 0 0.375rem; column-gap: 0.25rem; }
	.timeline li p { font-size: 0.75rem; }
	.timeline .time { white-space: normal; }
	.timeline.beside li, .timeline.beside .head { grid-template-columns: auto minmax(0, 1fr); }
	.timeline.beside svg { grid-row: 1 / span 2; grid-column: 1; }
	.timeline.beside :is(.expected, .observed, .head > span) { grid-column: 2; }
	.timeline.beside .head > span:first-child { display: none; }
	.timeline.beside .expected { order: 1; padding-top: 0; }
	.timeline.beside .observed:empty { display: none; }
	.timeline.beside .free .expected { display: none; }
	.timeline.beside :is(.met, .alike) .expected :is(b, p) { display: none; }
	.timeline.beside :is(.differs, .missing, .excluded) .expected::before { content: "expected "; color: var(--muted); }
}
@media print {
	.timeline li { break-inside: avoid; }
	.timeline .first strong { background: none; color: var(--bad); box-shadow: inset 0 0 0 1px; }
}
`;
