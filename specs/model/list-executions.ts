import type { Value } from "../wire/value.ts";
import { listedAsClosed, listedAsOpen } from "./as-seen.ts";
import { type Execution, isOpen } from "./execution.ts";
import { isRetained } from "./find-execution.ts";
import type { Instant } from "./instant.ts";
import { toWire } from "./instant.ts";
import type { Domain, Model } from "./model.ts";
import { type Fault, invalid } from "./outcome.ts";
import type { Position } from "./pages.ts";

/** The filters that listings and counts of executions share. */
export type ExecutionFilters = Omit<Value<"CountClosedWorkflowExecutionsInput">, "domain">;

/** The executions that pass filters, and where each stands in the order of the time they were asked by. */
export type FilteredExecutions =
	| { readonly kind: "executions"; readonly items: readonly Execution[]; readonly positionOf: (execution: Execution) => Position }
	| { readonly kind: "fault"; readonly fault: Fault };

/** The open executions that pass the filters. */
export function filterOpenExecutions(model: Model, domain: Domain, filters: ExecutionFilters, now: Instant): FilteredExecutions {
	const conflict = exclusiveFilters(filters);
	if (conflict !== undefined) return invalid(conflict);
	return select(listedAsOpen(model, domain, now), filters, () => true);
}

/** The closed executions that the domain still keeps and that pass the filters. */
export function filterClosedExecutions(
	model: Model,
	domain: Domain,
	filters: ExecutionFilters,
	now: Instant,
): FilteredExecutions {
	const { startTimeFilter, closeTimeFilter } = filters;
	if (startTimeFilter === undefined && closeTimeFilter === undefined) return invalid("Must specify time filter");
	if (startTimeFilter !== undefined && closeTimeFilter !== undefined) {
		return invalid("Cannot specify both a start time filter and a close time filter");
	}
	const conflict = exclusiveFilters(filters);
	if (conflict !== undefined) return invalid(conflict);
	return select(listedAsClosed(model, domain, now), filters, (execution) => isRetained(domain, execution, now));
}

const exclusive = ["closeStatusFilter", "executionFilter", "tagFilter", "typeFilter"] as const;

function exclusiveFilters(filters: ExecutionFilters): string | undefined {
	const given = exclusive.filter((filter) => filters[filter] !== undefined);
	return given.length > 1 ? `Cannot specify more than one exclusive filter in the same query: [${given.join(", ")}]` : undefined;
}

function select(
	executions: Iterable<Execution>,
	filters: ExecutionFilters,
	isKept: (execution: Execution) => boolean,
): FilteredExecutions {
	const items: Execution[] = [];
	for (const execution of executions) if (isKept(execution) && passes(execution, filters)) items.push(execution);
	const byClose = filters.closeTimeFilter !== undefined;
	return { kind: "executions", items, positionOf: (execution) => [-timeOf(execution, byClose), execution.key.runId] };
}

const timeOf = ({ closure, startedAt }: Execution, byClose: boolean): number =>
	toWire(byClose ? (closure?.at ?? startedAt) : startedAt);

function passes(execution: Execution, filters: ExecutionFilters): boolean {
	const { key, started, closure } = execution;
	const { startTimeFilter, closeTimeFilter, closeStatusFilter, executionFilter, tagFilter, typeFilter } = filters;
	return (
		isWithin(timeOf(execution, false), startTimeFilter) &&
		(isOpen(execution) || isWithin(timeOf(execution, true), closeTimeFilter)) &&
		(closeStatusFilter === undefined || closeStatusFilter.status === closure?.status) &&
		(executionFilter === undefined || executionFilter.workflowId === key.workflowId) &&
		(tagFilter === undefined || (started.tagList ?? []).includes(tagFilter.tag)) &&
		(typeFilter === undefined || isOfType(started.workflowType, typeFilter))
	);
}

const isWithin = (time: number, filter: Value<"ExecutionTimeFilter"> | undefined): boolean =>
	filter === undefined || (time >= filter.oldestDate && (filter.latestDate === undefined || time <= filter.latestDate));

/** Without a version, or with an empty one, every version passes. */
const isOfType = (type: Value<"WorkflowType">, { name, version }: Value<"WorkflowTypeFilter">): boolean =>
	type.name === name && (version === undefined || version === "" || type.version === version);
