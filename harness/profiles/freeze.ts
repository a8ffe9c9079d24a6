import { createHash } from "node:crypto";
import type { Level } from "../../reports/report.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Catalog, type Freeze, latestVersion } from "./catalog.ts";
import { membersIn } from "./members.ts";

/** What the profiles mean now and the cases there are, as the next version. */
export function freezeNow(catalog: Catalog, scenarios: readonly Scenario[], on: string): Freeze {
	const { profiles, suites } = catalog;
	const frozen: Record<string, { readonly digest: string; readonly rows: { [level in Level]?: string[] } }> = {};
	for (const { id, level, digest } of membersIn(scenarios)) {
		const [scenario = id] = id.split(":", 1);
		frozen[scenario] ??= { digest, rows: {} };
		const { rows } = frozen[scenario];
		rows[level] = [...(rows[level] ?? []), id === scenario ? "" : id.slice(scenario.length + 1)];
	}
	return { ...{ version: latestVersion(catalog) + 1, on, profiles, suites }, scenarios: frozen };
}

/** A freeze as it is kept: a line for each scenario, so that two of them can be laid side by side. */
export function freezeText({ scenarios, ...frozen }: Freeze): string {
	const head = JSON.stringify(frozen, null, "\t").slice(0, -2);
	const lines = Object.entries(scenarios).map(([id, its]) => `\t\t${JSON.stringify(id)}: ${JSON.stringify(its)}`);
	return `${head},\n\t"scenarios": {\n${lines.join(",\n")}\n\t}\n}\n`;
}

/** What tells that a freeze is as it was. */
export const digestOfFreeze = (text: string): string => createHash("sha256").update(text).digest("hex");
