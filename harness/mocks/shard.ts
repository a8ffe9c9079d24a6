import { toWire } from "../../specs/model/instant.ts";
import { countParked, release } from "./poll-queues.ts";
import type { World } from "./world.ts";

/** What there is in one place. */
export interface PlaceSummary {
	readonly account: string;
	readonly region: string;
	/** The time there, in epoch seconds. */
	readonly time: number;
	readonly domains: number;
	readonly openExecutions: number;
	readonly closedExecutions: number;
	readonly waitingPolls: number;
}

/** A world and what only the service keeps for it. */
export interface Shard extends World {
	timer?: NodeJS.Timeout;
	/** Called whenever a poll is parked. */
	readonly parkWatchers: Set<() => void>;
}

const patience = 1000;

/** Answers the polls that wait there as idle, and stops the clock. */
export function stop(shard: Shard): void {
	clearTimeout(shard.timer);
	for (const [key, queue] of shard.polls) for (const poll of queue) release(shard.polls, key, poll, poll.idle);
}

/** What there is. */
export function summaryOf({ model, now, polls }: Shard): PlaceSummary {
	const { account, region } = model.settings;
	const domains = [...model.domains.values()];
	return {
		...{ account, region, time: toWire(now), domains: domains.length },
		openExecutions: domains.reduce((sum, { openRuns }) => sum + openRuns.size, 0),
		closedExecutions: domains.reduce((sum, { closedRuns }) => sum + closedRuns.size, 0),
		waitingPolls: countParked(polls),
	};
}

/** Waits until so many polls wait there, but not for ever: they may never come. */
export function untilParked(shard: Shard, parked: number): Promise<void> {
	if (countParked(shard.polls) >= parked) return Promise.resolve();
	return new Promise((resolve) => {
		const finish = () => {
			clearTimeout(timer);
			shard.parkWatchers.delete(check);
			resolve();
		};
		const check = () => {
			if (countParked(shard.polls) >= parked) finish();
		};
		const timer = setTimeout(finish, patience);
		shard.parkWatchers.add(check);
	});
}
