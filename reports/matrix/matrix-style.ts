/** What a matrix looks like beside what pages of reports look like; colours repeat what figures say. */
export const matrixStyle = `
.wide { margin: 0.75rem 0; }
thead th[colspan] { text-align: center; }
.first { border-left: 2px solid var(--line); }
td.none-failed { background: var(--good-soft); }
td.some-failed { background: var(--doubt-soft); }
td.many-failed { background: var(--bad-soft); }
td.text, th.text { text-align: left; }
td.clause { text-align: left; white-space: normal; min-width: 11rem; font-size: 0.8125rem; overflow-wrap: anywhere; }
tr.sum > * { font-weight: 650; border-top: 2px solid var(--line); }
.conformant { color: var(--good); font-weight: 650; }
.areas h4 { margin: 1rem 0 0.375rem; font-size: 0.875rem; }
.areas ul { margin: 0; padding: 0.5rem 1rem; list-style: none; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
.areas li { padding: 0.25rem 0; }
.areas li p { margin: 0; color: var(--muted); font-size: 0.8125rem; }
:target { scroll-margin-top: 1rem; }
:target > h4 { text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 3px; }
`;
