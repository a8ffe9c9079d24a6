import { instant, laterOf, secondsAfter } from "../../specs/model/instant.ts";
import type { InvokeLambda } from "../../specs/model/model.ts";
import type { Outcome } from "../../specs/model/outcome.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { countParked, idleTaskList, type ParkedPoll, park, release } from "./poll-queues.ts";
import { call, moveTo, nextMoment, openWorld, type World } from "./world.ts";

/** A region of an account; what is in one is unknown in every other. */
export interface Place {
	readonly account: string;
	readonly region: string;
}

/** One request. */
export interface Call extends Place {
	readonly operation: OperationName;
	readonly input: Json;
}

/** How to set up a service. */
export interface ServiceOptions {
	/** `wall` follows the machine's clock; `virtual` moves a millisecond with each call, and otherwise by `elapse` only. */
	readonly clock: "virtual" | "wall";
	/** How long a poll waits for a task; 60 when left out, as the service documents. */
	readonly longPollSeconds?: number;
	/** What Lambda functions do; without it none exists. */
	readonly invokeLambda?: InvokeLambda;
}

/** SWF in all regions of all accounts: models with a clock, and polls that wait. */
export interface Service {
	/** Answers a call. A poll whose signal aborts gets no task from then on. */
	readonly handle: (call: Call, signal?: AbortSignal) => Promise<Outcome>;
	/**
	 * Moves the virtual clock of a place through every deadline on the way. First waits until so many polls are parked there,
	 * at most a second of real time, so that a poll sent just before is not overtaken.
	 */
	readonly elapse: (place: Place, seconds: number, parked?: number) => Promise<void>;
	/** Answers the waiting polls as idle and stops the clocks. */
	readonly close: () => void;
}

/** A world and what only the service keeps for it. */
interface Shard extends World {
	timer?: NodeJS.Timeout;
	/** Called whenever a poll is parked. */
	readonly parkWatchers: Set<() => void>;
}

const patience = 1000;
const longestTimer = 2 ** 31 - 1;

/** Sets up a service of its own: two of them share nothing. */
export function createService({ clock, longPollSeconds = 60, invokeLambda }: ServiceOptions): Service {
	const shards = new Map<string, Shard>();
	const isWall = clock === "wall";
	const lambda = invokeLambda === undefined ? {} : { invokeLambda };

	function shardOf({ account, region }: Place): Shard {
		const key = JSON.stringify([account, region]);
		const known = shards.get(key);
		if (known !== undefined) return known;
		const opened = { ...openWorld({ account, region, ...lambda }, instant(Date.now())), parkWatchers: new Set<() => void>() };
		shards.set(key, opened);
		return opened;
	}

	function tick(shard: Shard): void {
		if (isWall) moveTo(shard, laterOf(instant(Date.now()), shard.now));
		else moveTo(shard, instant(shard.now + 1));
	}

	/** On a wall clock one timer stands for everything due in the shard. */
	function rewind(shard: Shard): void {
		if (!isWall) return;
		clearTimeout(shard.timer);
		const next = nextMoment(shard);
		if (next === undefined) return;
		const wake = () => {
			tick(shard);
			rewind(shard);
		};
		shard.timer = setTimeout(wake, Math.min(Math.max(next - Date.now(), 0), longestTimer));
		shard.timer.unref();
	}

	function waitForTask(
		shard: Shard,
		key: string,
		{ operation, input }: Call,
		idle: Outcome,
		signal?: AbortSignal,
	): Promise<Outcome> {
		return new Promise((resolve) => {
			const abandon = () => release(shard.polls, key, poll, idle);
			const until = secondsAfter(shard.now, longPollSeconds);
			const answer = (outcome: Outcome) => {
				signal?.removeEventListener("abort", abandon);
				resolve(outcome);
			};
			const poll: ParkedPoll = { operation, input, idle, until, resolve: answer };
			signal?.addEventListener("abort", abandon, { once: true });
			park(shard.polls, key, poll);
			rewind(shard);
			for (const watcher of shard.parkWatchers) watcher();
		});
	}

	async function handle(request: Call, signal?: AbortSignal): Promise<Outcome> {
		// Nobody is there to take the answer; above all no task may go to a caller that is gone.
		if (signal?.aborted === true) return { kind: "answer", output: undefined };
		const shard = shardOf(request);
		tick(shard);
		const outcome = call(shard, request.operation, request.input);
		rewind(shard);
		const key = idleTaskList(request.operation, request.input, outcome);
		return key === undefined ? outcome : waitForTask(shard, key, request, outcome, signal);
	}

	async function elapse(place: Place, seconds: number, parked = 0): Promise<void> {
		if (isWall) throw new Error("a wall clock cannot be moved; set the service up with a virtual one");
		const shard = shardOf(place);
		await untilParked(shard, parked);
		moveTo(shard, secondsAfter(shard.now, seconds));
	}

	function close(): void {
		for (const shard of shards.values()) {
			clearTimeout(shard.timer);
			for (const [key, queue] of shard.polls) for (const poll of queue) release(shard.polls, key, poll, poll.idle);
		}
	}

	return { handle, elapse, close };
}

function untilParked(shard: Shard, parked: number): Promise<void> {
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
