import type { CaseReport, ReportExchange } from "./report.ts";

/** What came back, in a few words: `200`, `400 UnknownResourceFault`, or why nothing did. */
export function outcomeOf({ response, problem }: ReportExchange): string {
	const fault = response === undefined || response.status < 400 ? undefined : faultOf(response);
	const parts = [response?.status.toString(), fault, problem].filter((part) => part !== undefined);
	return parts.length === 0 ? "no answer" : parts.join(" ");
}

/** An exchange with its position in the case, by which findings refer to it. */
export interface NumberedExchange {
	readonly position: number;
	readonly exchange: ReportExchange;
}

/** The exchanges in order, at most `limit`: of a long case the first and the last, since a case begins and ends with what matters. */
export function mainExchanges(
	{ exchanges }: CaseReport,
	limit: number,
): { readonly first: readonly NumberedExchange[]; readonly leftOut: number; readonly last: readonly NumberedExchange[] } {
	const numbered = exchanges.map((exchange, position) => ({ position, exchange }));
	if (numbered.length <= limit) return { first: numbered, leftOut: 0, last: [] };
	const half = Math.floor(limit / 2);
	return { first: numbered.slice(0, half), leftOut: numbered.length - 2 * half, last: numbered.slice(-half) };
}

/** The fault's own name: SWF writes `com.amazonaws.swf.base.model#UnknownResourceFault`, others write it bare. */
function faultOf({ headers, body }: NonNullable<ReportExchange["response"]>): string | undefined {
	const type = typeIn(body) ?? headers["x-amzn-errortype"] ?? headers["x-amzn-ErrorType"];
	return type?.split(":", 1)[0]?.split("#").at(-1);
}

function typeIn(body: string): string | undefined {
	try {
		const parsed: unknown = JSON.parse(body);
		const type = typeof parsed === "object" && parsed !== null && "__type" in parsed ? parsed.__type : undefined;
		return typeof type === "string" ? type : undefined;
	} catch {
		return undefined;
	}
}
