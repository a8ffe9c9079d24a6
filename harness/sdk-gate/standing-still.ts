import { devNull } from "node:os";

/** Environment in which only what a program sets counts: neither a profile nor variables of whoever runs the gate. */
const quietEnvironment = { AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull, AWS_EC2_METADATA_DISABLED: "true" };

/**
 * Does something in a process whose clock stands still and whose chance always falls the same, so that two builds can be compared to the millisecond.
 * Nothing else may go on in the process meanwhile.
 */
export async function standingStill<Result>(work: () => Promise<Result>): Promise<Result> {
	const { now } = Date;
	const { random } = Math;
	const { env } = process;
	const { write } = process.stderr;
	const instant = Math.floor(now() / 1000) * 1000;
	Date.now = () => instant;
	// The longest pause that a build can draw.
	Math.random = () => 1;
	// Builds tell there what they make of wrong answers, once for each.
	process.stderr.write = () => true;
	process.env = {
		...Object.fromEntries(Object.entries(env).filter(([name]) => !/^_?(AWS|AMZN|X_AMZN)_/i.test(name))),
		...quietEnvironment,
	};
	try {
		return await work();
	} finally {
		Date.now = now;
		Math.random = random;
		process.env = env;
		process.stderr.write = write;
	}
}

/** Does something while every pause is over at once; tells how long each should have been. */
export async function withoutPauses<Result>(
	work: () => Promise<Result>,
	paused: (milliseconds: number) => void,
): Promise<Result> {
	const { setTimeout } = globalThis;
	const atOnce = (callback: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) => {
		paused(milliseconds);
		return setTimeout(callback, 0, ...given);
	};
	globalThis.setTimeout = Object.assign(atOnce, setTimeout) as typeof setTimeout;
	try {
		return await work();
	} finally {
		globalThis.setTimeout = setTimeout;
	}
}
