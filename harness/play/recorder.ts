import { type OperationName, onlyReads } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Client, SendOptions, Sent } from "../clients/client.ts";
import type { Exchange, Outcome } from "../evidence.ts";
import type { Guard } from "../targets/guard.ts";
import { createDeadlines, type Deadlines } from "./deadlines.ts";

/** Sends calls through a client and keeps every exchange. */
export interface Recorder {
	readonly exchanges: readonly Exchange[];
	/** Polls that are on their way or held by the target. */
	readonly polls: number;
	/** How many exchanges there were when something last changed: all that follow only read. */
	readonly unchangedSince: number;
	/** How many requests the guard had asked again. */
	readonly repeats: number;
	/** To be told when service time has passed: that changes things too. */
	timePassed(): void;
	call(step: string, operation: OperationName, input: JsonObject, options?: CallOptions): Promise<Recorded>;
	/** Sends something as it is, which is no call of the client's. */
	raw(about: RawCall, send: (options: SendOptions) => Promise<Sent>, options?: CallOptions): Promise<Recorded>;
}

/** What a raw request is about, as far as it is about anything. */
export type RawCall = Pick<Exchange, "step" | "input"> & { readonly operation: OperationName };

export interface CallOptions {
	/** Gives the call up before its own deadline. */
	readonly signal?: AbortSignal;
	readonly departed?: () => void;
	/** Goes on when the run is interrupted: clearing up must not stop half-way. */
	readonly evenInterrupted?: boolean;
	/** What a body says that the scenario wrote out, for whoever guards the target. */
	readonly means?: JsonObject;
}

export interface Recorded {
	/** Position among the exchanges. */
	readonly index: number;
	readonly outcome: Outcome;
}

/** What a recorder may share with others, or be watched by. */
export interface RecorderOptions {
	/** Until a call is given up, unless its caller is less patient. */
	readonly deadlines?: Deadlines;
	/** Asked of each exchange why its answer is not to be kept; undefined where it is. */
	readonly weigh?: (exchange: Exchange) => string | undefined;
}

/** @param now milliseconds of a clock that never goes back */
export function createRecorder(
	client: Client,
	interrupt: AbortSignal,
	now: () => number,
	guard?: Guard,
	{ deadlines = createDeadlines(), weigh }: RecorderOptions = {},
): Recorder {
	const began = now();
	const exchanges: Exchange[] = [];
	let polls = 0;
	let unchangedSince = 0;
	let repeats = 0;
	const record = async (
		about: RawCall,
		send: (options: SendOptions) => Promise<Sent>,
		{ signal, departed, evenInterrupted, means }: CallOptions,
	): Promise<Recorded> => {
		const enders = [...(evenInterrupted === true ? [] : [interrupt]), ...(signal === undefined ? [] : [signal])];
		if (guard === undefined) return attempt(about, send, enders, departed).then(keep);
		const ended = new AbortController();
		const followed = enders.map((ender) => follow(ender, ended));
		const guarded = means === undefined ? about : { ...about, input: means };
		try {
			for (;;) {
				await guard.before(guarded, ended.signal);
				const exchange = await attempt(about, send, enders, departed);
				if (!(await guard.after(guarded, exchange, ended.signal))) return keep(exchange);
				repeats += 1;
			}
		} finally {
			for (const unfollow of followed) unfollow();
		}
	};
	const keep = (whole: Exchange): Recorded => {
		const problem = weigh?.(whole);
		const exchange = problem === undefined ? whole : withoutAnswer(whole, problem);
		exchanges.push(exchange);
		if (!onlyReads(exchange.operation)) unchangedSince = exchanges.length;
		return { index: exchanges.length - 1, outcome: exchange.outcome };
	};
	const attempt = async (
		about: RawCall,
		send: (options: SendOptions) => Promise<Sent>,
		enders: readonly AbortSignal[],
		departed: (() => void) | undefined,
	): Promise<Exchange> => {
		const isPoll = about.operation.startsWith("PollFor");
		const seconds = deadlines.secondsOf(about.operation);
		const end = new AbortController();
		let isLate = false;
		// Made only when it is needed: an error notes where it was made, for every call.
		const giveUp = () => {
			isLate = !end.signal.aborted;
			end.abort(new Error(`no answer within ${seconds} s`));
		};
		const timer = setTimeout(giveUp, seconds * 1000);
		const followed = enders.map((ender) => follow(ender, end));
		const sent = now();
		if (isPoll) polls += 1;
		try {
			const options = { signal: end.signal, ...(departed === undefined ? {} : { departed }) };
			const { request, response, outcome } = await send(options);
			if (response !== undefined) deadlines.ended(about.operation, true);
			else if (isLate) deadlines.ended(about.operation, false);
			return {
				...about,
				request,
				...(response === undefined ? {} : { response }),
				outcome,
				sentAfterMs: round(sent - began),
				durationMs: round(now() - sent),
			};
		} finally {
			clearTimeout(timer);
			for (const unfollow of followed) unfollow();
			if (isPoll) polls -= 1;
		}
	};
	return {
		exchanges,
		get polls() {
			return polls;
		},
		get repeats() {
			return repeats;
		},
		get unchangedSince() {
			return unchangedSince;
		},
		timePassed() {
			unchangedSince = exchanges.length;
		},
		call: (step, operation, input, options = {}) =>
			record({ step, operation, input }, (sending) => client.send(operation, input, sending), options),
		raw: (about, send, options = {}) => record(about, send, options),
	};
}

/** Whoever may keep no more has it as if it had not come: it is too long to be carried about. */
function withoutAnswer({ response: _, ...exchange }: Exchange, problem: string): Exchange {
	return { ...exchange, outcome: { kind: "transport", problem } };
}

/** Ends one thing with another. AbortSignal.any does the same at ten times the cost, and this runs for every call. */
export function follow(ender: AbortSignal, end: AbortController): () => void {
	const stop = () => end.abort(ender.reason);
	if (ender.aborted) stop();
	ender.addEventListener("abort", stop, { once: true });
	return () => ender.removeEventListener("abort", stop);
}

const round = (milliseconds: number) => Math.round(milliseconds * 1000) / 1000;
