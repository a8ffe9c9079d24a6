import { foldHistory } from "./apply-event.ts";
import { type Execution, isOpen } from "./execution.ts";
import { fromWire, type Instant, secondsAfter } from "./instant.ts";
import type { Domain, Model } from "./model.ts";

/** How many seconds an answer may lag behind; nothing lags unless it is asked for. */
export interface VisibilityLag {
	/** Of the lists and counts of executions. */
	readonly listings?: number;
	/** Of descriptions and histories. */
	readonly descriptions?: number;
}

/** The moment that answers of a kind show. */
const momentShown = ({ settings }: Model, kind: keyof VisibilityLag, now: Instant): Instant =>
	secondsAfter(now, -(settings.visibilityLag?.[kind] ?? 0));

/** A run as it was at a moment: what its events until then make of it. Nothing when it had not begun. */
function asOf(execution: Execution, moment: Instant): Execution | undefined {
	const { history, key, startedAt } = execution;
	const last = history.last();
	if (last === undefined || fromWire(last.eventTimestamp) <= moment) return execution;
	if (startedAt > moment) return undefined;
	const until = history.toArray().findIndex(({ eventTimestamp }) => fromWire(eventTimestamp) > moment);
	return foldHistory(key, history.slice(0, until));
}

/** A run as descriptions show it. */
export const asDescribed = (model: Model, execution: Execution | undefined, now: Instant): Execution | undefined =>
	execution === undefined ? undefined : asOf(execution, momentShown(model, "descriptions", now));

/** The runs that listings show as open. */
export function* listedAsOpen(model: Model, { openRuns, closedRuns }: Domain, now: Instant): Generator<Execution> {
	const moment = momentShown(model, "listings", now);
	for (const runId of openRuns.values()) {
		const execution = model.executions.get(runId);
		const seen = execution === undefined ? undefined : asOf(execution, moment);
		if (seen !== undefined) yield seen;
	}
	// Runs are put behind the others as they close, so those that closed since then come last.
	for (let index = closedRuns.size - 1; index >= 0; index -= 1) {
		const execution = model.executions.get(closedRuns.get(index) ?? "");
		if (execution?.closure === undefined || execution.closure.at <= moment) return;
		const seen = asOf(execution, moment);
		if (seen !== undefined && isOpen(seen)) yield seen;
	}
}

/** The runs that listings show as closed. */
export function* listedAsClosed(model: Model, { closedRuns }: Domain, now: Instant): Generator<Execution> {
	const moment = momentShown(model, "listings", now);
	for (const runId of closedRuns) {
		const execution = model.executions.get(runId);
		if (execution?.closure === undefined) continue;
		if (execution.closure.at > moment) return;
		yield execution;
	}
}
