import { join } from "node:path";
import type { ReportSource } from "../../reports/report.ts";
import { isJsonObject } from "../../specs/wire/json.ts";
import type { Durations } from "./split.ts";

/** What ships with the suites: how long each scenario takes on the reference model behind a port, on the wall clock. `npm run durations` writes it. */
export const durationsFile = (root: string): string => join(root, "suites", "durations.json");

/** Reads what `durationsText` wrote. */
export function parseDurations(text: string): Durations {
	const value: unknown = JSON.parse(text);
	return new Map(Object.entries(isJsonObject(value) ? value : {}).map(([id, milliseconds]) => [id, Number(milliseconds)]));
}

/** How long the cases of a report took; of one that was not played it says nothing. */
export const durationsOf = ({ entries }: Pick<ReportSource, "entries">): Durations =>
	new Map(entries.filter(({ durationMs }) => durationMs > 0).map(({ id, durationMs }) => [id, durationMs]));

/** Milliseconds to which durations are told: closer than that no two runs agree. */
const step = 50;

/** A line for each scenario, whose rows take about the same. */
export function durationsText(durations: Durations): string {
	const rows = new Map<string, number[]>();
	for (const [id, milliseconds] of durations) {
		const [scenario = id] = id.split(":", 1);
		rows.set(scenario, [...(rows.get(scenario) ?? []), milliseconds]);
	}
	const lines = [...rows].map(([id, its]) => {
		const mean = its.reduce((sum, each) => sum + each, 0) / its.length;
		return `\t${JSON.stringify(id)}: ${Math.max(1, Math.round(mean / step)) * step}`;
	});
	return `{\n${lines.sort().join(",\n")}\n}\n`;
}
