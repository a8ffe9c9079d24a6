import type { CaseReport, Report, ReportClause, ReportExchange } from "../../reports/report.ts";
import type { Json, JsonObject } from "../../specs/wire/json.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** A request and its response as some run recorded them. */
export interface RecordedExchange extends ReportExchange {
	/** What was asked for, where the record keeps it beside what was sent. */
	readonly input?: JsonObject;
}

/** A case that was played somewhere, with what was seen. */
export interface RecordedCase {
	readonly one: Omit<CaseReport, "exchanges"> & { readonly exchanges: readonly RecordedExchange[] };
	readonly target: Report["target"];
	readonly client: Report["client"];
	readonly kit: string;
	readonly clauses: { readonly [id: string]: ReportClause };
	/** What was played; absent where these suites do not have it, or have another version of it. */
	readonly scenario?: Scenario;
	/** Played on the model just now, to see what would be sent. */
	readonly isModel: boolean;
}

/** The JSON of a body; undefined where it is none. */
export function jsonOf(body: string | undefined): Json | undefined {
	if (body === undefined || body === "") return body === "" ? {} : undefined;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
