import type { Principal } from "../../specs/model/access/policy.ts";
import { advance, nextDeadline } from "../../specs/model/advance.ts";
import { dispatch } from "../../specs/model/dispatch.ts";
import { type Ids, seededIds } from "../../specs/model/ids.ts";
import { earlierOf, type Instant, justAfter } from "../../specs/model/instant.ts";
import { emptyModel, type Model, type ModelSettings } from "../../specs/model/model.ts";
import type { Outcome } from "../../specs/model/outcome.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { earliestExpiry, idleTaskList, type PollQueues, release } from "./poll-queues.ts";

/** SWF in one place as it is now: the one thing here that changes. */
export interface World {
	model: Model;
	/** The latest moment that something happened in; it can be a little ahead of a wall clock. */
	now: Instant;
	readonly ids: Ids;
	readonly polls: PollQueues;
}

/** A place where nothing has happened yet. */
export function openWorld(settings: ModelSettings, now: Instant): World {
	const model = emptyModel(settings);
	return { model, now, ids: seededIds(`${settings.account}/${settings.region}/${now}`), polls: new Map() };
}

/** Carries out a call at the world's time, with all that follows at once, and wakes the polls whose tasks have come. */
export function call(world: World, operation: OperationName, input: Json, principal?: Principal): Outcome {
	const caller = principal === undefined ? {} : { principal };
	const { model, outcome } = dispatch(world.model, operation, input, world.now, world.ids, caller);
	world.model = model;
	settle(world);
	return outcome;
}

/** Moves the world to a moment through everything due on the way; a poll that expires just when a task comes gets the task. */
export function moveTo(world: World, target: Instant): void {
	for (let next = nextMoment(world); next !== undefined && next <= target; next = nextMoment(world)) {
		if (next > world.now) world.now = next;
		world.model = advance(world.model, world.now, world.ids);
		settle(world);
		expirePolls(world);
	}
	if (target > world.now) world.now = target;
}

/** When the world has to be looked at next. */
export function nextMoment(world: World): Instant | undefined {
	const deadline = nextDeadline(world.model);
	const expiry = earliestExpiry(world.polls);
	if (deadline === undefined || expiry === undefined) return deadline ?? expiry;
	return earlierOf(deadline, expiry);
}

/** What the service does on its own account comes a moment after what caused it, so it is waited for, moment by moment. */
function settle(world: World): void {
	do {
		for (
			let next = nextDeadline(world.model);
			next !== undefined && next <= justAfter(world.now);
			next = nextDeadline(world.model)
		) {
			if (next > world.now) world.now = next;
			world.model = advance(world.model, world.now, world.ids);
		}
	} while (wakePolls(world));
}

/** Gives waiting polls what came to their lists; tells whether any got something. */
function wakePolls(world: World): boolean {
	let woke = false;
	for (const [key, queue] of world.polls) {
		if (!world.model.waitingTasks.has(key)) continue;
		for (const poll of queue) {
			const { model, outcome } = dispatch(world.model, poll.operation, poll.input, world.now, world.ids, { isRepeated: true });
			world.model = model;
			if (idleTaskList(poll.operation, poll.input, outcome) !== undefined) break;
			woke = true;
			release(world.polls, key, poll, outcome);
		}
	}
	return woke;
}

function expirePolls(world: World): void {
	for (const [key, queue] of world.polls) {
		for (const poll of queue) if (poll.until <= world.now) release(world.polls, key, poll, poll.idle);
	}
}
