/** US dollars for each. */
export interface Prices {
	/** An execution that is started: by a call, as a child, or continued as new. */
	readonly execution: number;
	/** A task, timer, marker or signal. */
	readonly task: number;
	/** A day or part of it for which a closed execution is kept. */
	readonly retainedDay: number;
	/** Where the prices stand. */
	readonly source: string;
	/** The day on which they were looked up. */
	readonly asOf: string;
}

const commercial: Prices = {
	execution: 0.0001,
	task: 0.000_025,
	retainedDay: 0.000_005,
	source: "https://aws.amazon.com/swf/pricing/",
	asOf: "2026-11-22",
};

const govCloud: Prices = {
	execution: 0.000_12,
	task: 0.000_03,
	retainedDay: 0.000_006,
	source: "https://aws.amazon.com/govcloud-us/pricing/swf/",
	asOf: "2026-11-22",
};

/**
 * What SWF costs in a region; undefined where that is not known, as in China, which has a price list of its own. One price is taken for all commercial
 * regions. What is free (1,000 executions, 10,000 tasks and 30,000 days a month) is not taken off, since others on the account may have used it. Days for
 * which an execution is open count only after the first, which none of ours comes to.
 */
export function pricesIn(region: string): Prices | undefined {
	if (/^(?:cn|us-iso[a-z]*|eu-isoe|eusc)-/.test(region)) return undefined;
	return region.startsWith("us-gov-") ? govCloud : commercial;
}
