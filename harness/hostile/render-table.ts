import type { Behaviour } from "./behaviour.ts";

/** The table of the documentation: what an endpoint does, and what is told of it. */
export function renderTable(behaviours: Readonly<Record<string, Behaviour>>): string {
	const rows = Object.entries(behaviours).map(([name, { run, sdk, proxy }]) => {
		const through = sdk === undefined ? run : `${run}; through the SDK ${sdk}`;
		return `| ${name} | ${through} | ${proxy} |`;
	});
	return ["| It … | `run` tells | `proxy` tells |", "| --- | --- | --- |", ...rows, ""].join("\n");
}
