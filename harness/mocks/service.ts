import type { Principal } from "../../specs/model/access/policy.ts";
import { instant, laterOf, secondsAfter } from "../../specs/model/instant.ts";
import { type ModelSettings, withSettings } from "../../specs/model/model.ts";
import type { Outcome } from "../../specs/model/outcome.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import type { FrontDoor } from "./identities.ts";
import { idleTaskList, type ParkedPoll, park, release } from "./poll-queues.ts";
import { type PlaceSummary, type Shard, stop, summaryOf, untilParked } from "./shard.ts";
import { call, moveTo, nextMoment, openWorld } from "./world.ts";

/** A region of an account; what is in one is unknown in every other. */
export interface Place {
	readonly account: string;
	readonly region: string;
}

/** One request. */
export interface Call extends Place {
	readonly operation: OperationName;
	readonly input: Json;
	/** Who calls; without one everything is allowed. */
	readonly principal?: Principal;
}

/** What can be changed while a service runs. */
export interface ServiceSettings extends FrontDoor, Omit<ModelSettings, "account" | "region"> {
	/** How long a poll waits for a task; 60 when left out, as the service documents. */
	readonly longPollSeconds?: number;
}

/** How to set up a service. */
export interface ServiceOptions extends ServiceSettings {
	/** `wall` follows the machine's clock; `virtual` moves a millisecond with each call, and otherwise by `elapse` only. */
	readonly clock: "virtual" | "wall";
}

/** SWF in all regions of all accounts: models with a clock, and polls that wait. */
export interface Service {
	readonly clock: ServiceOptions["clock"];
	/** Answers a call. A poll whose signal aborts gets no task from then on. */
	readonly handle: (call: Call, signal?: AbortSignal) => Promise<Outcome>;
	/**
	 * Moves the virtual clock of a place through every deadline on the way. First waits until so many polls are parked there,
	 * at most a second of real time, so that a poll sent just before is not overtaken.
	 */
	readonly elapse: (place: Place, seconds: number, parked?: number) => Promise<void>;
	/** What is known about callers before they call. */
	readonly frontDoor: () => FrontDoor;
	/** Changes some settings, for what is there and for what comes; a setting that is undefined goes back to what it is by default. */
	readonly configure: (settings: { readonly [Setting in keyof ServiceSettings]: ServiceSettings[Setting] | undefined }) => void;
	/** Forgets all that has happened in the places that match, and answers the polls there as idle. */
	readonly reset: (places?: Partial<Place>) => void;
	/** The places that were called so far. */
	readonly places: () => readonly PlaceSummary[];
	/** Answers the waiting polls as idle, lets none wait any more, and stops the clocks. */
	readonly close: () => void;
}

const longestTimer = 2 ** 31 - 1;

/** Sets up a service of its own: two of them share nothing. */
export function createService({ clock, ...given }: ServiceOptions): Service {
	const shards = new Map<string, Shard>();
	const isWall = clock === "wall";
	let settings: ServiceSettings = given;
	let isClosed = false;

	function shardOf({ account, region }: Place): Shard {
		const key = JSON.stringify([account, region]);
		const known = shards.get(key);
		if (known !== undefined) return known;
		const opened = {
			...openWorld(modelSettings(settings, { account, region }), instant(Date.now())),
			parkWatchers: new Set<() => void>(),
		};
		shards.set(key, opened);
		return opened;
	}

	function tick(shard: Shard): void {
		if (isWall) moveTo(shard, laterOf(instant(Date.now()), shard.now));
		else moveTo(shard, instant(shard.now + 1));
	}

	/** On a wall clock one timer stands for everything due in the shard. */
	function rewind(shard: Shard): void {
		if (!isWall || isClosed) return;
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
			const until = secondsAfter(shard.now, settings.longPollSeconds ?? 60);
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
		const outcome = call(shard, request.operation, request.input, request.principal);
		rewind(shard);
		const key = idleTaskList(request.operation, request.input, outcome);
		if (key === undefined || isClosed) return outcome;
		if ((shard.polls.get(key)?.length ?? 0) >= shard.model.limits.pollersPerTaskList) return tooManyPollers;
		return waitForTask(shard, key, request, outcome, signal);
	}

	async function elapse(place: Place, seconds: number, parked = 0): Promise<void> {
		if (isWall) throw new Error("a wall clock cannot be moved; set the service up with a virtual one");
		const shard = shardOf(place);
		await untilParked(shard, parked);
		moveTo(shard, secondsAfter(shard.now, seconds));
	}

	function configure(changes: Parameters<Service["configure"]>[0]): void {
		const merged = Object.entries({ ...settings, ...changes }).filter(([, value]) => value !== undefined);
		settings = Object.fromEntries(merged);
		for (const shard of shards.values()) {
			const { account, region } = shard.model.settings;
			shard.model = withSettings(shard.model, modelSettings(settings, { account, region }));
		}
	}

	function reset({ account, region }: Partial<Place> = {}): void {
		for (const [key, shard] of shards) {
			const { settings: place } = shard.model;
			if ((account ?? place.account) !== place.account || (region ?? place.region) !== place.region) continue;
			shards.delete(key);
			stop(shard);
		}
	}

	function close(): void {
		isClosed = true;
		for (const shard of shards.values()) stop(shard);
	}

	const places = () => [...shards.values()].map(summaryOf);
	return { clock, handle, elapse, frontDoor: () => settings, configure, reset, places, close };
}

const tooManyPollers: Outcome = {
	kind: "fault",
	fault: { type: "LimitExceededFault", message: "Limit on maximum concurrent poll requests per task list reached" },
};

/** What a model is set up with: a place, and what is no secret of the front door. */
function modelSettings(settings: ServiceSettings, { account, region }: Place): ModelSettings {
	const { principals: _principals, secretOf: _secretOf, auth: _auth, longPollSeconds: _seconds, ...own } = settings;
	return { ...own, account, region };
}
