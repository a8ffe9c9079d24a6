/**
 * The quotas that the model enforces.
 *
 * https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-limits.html
 */
export interface Limits {
	readonly domains: number;
	readonly typesPerDomain: number;
	readonly openExecutionsPerDomain: number;
	readonly historyEvents: number;
	readonly openActivityTasks: number;
	readonly openTimers: number;
	readonly openChildren: number;
	readonly openLambdaFunctions: number;
	readonly tagsPerResource: number;
	/** How far the count operations count before they give up and say `truncated`. */
	readonly countedItems: number;
	/** How many polls may wait on one list; kept by who holds the polls, as the model does not. */
	readonly pollersPerTaskList: number;
}

/**
 * The documented numbers, but for domains: a domain cannot be deleted, and a run of the kit needs many fresh ones. The limit of
 * the count operations is documented as one of bytes inside the service, which tells nothing about the numbers that come out.
 */
export const defaultLimits: Limits = {
	domains: Number.POSITIVE_INFINITY,
	typesPerDomain: 10_000,
	openExecutionsPerDomain: 100_000,
	historyEvents: 25_000,
	openActivityTasks: 1_000,
	openTimers: 1_000,
	openChildren: 1_000,
	openLambdaFunctions: 1_000,
	tagsPerResource: 50,
	countedItems: Number.POSITIVE_INFINITY,
	pollersPerTaskList: 1_000,
};
