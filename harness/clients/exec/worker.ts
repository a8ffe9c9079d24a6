import { type Hello, ProtocolError, readHello, readMessage, type Told } from "./messages.ts";
import { startProgram } from "./program.ts";

/** A request that a program has been given. */
export interface UnderWay {
	/** Called at most once for each time that the program says so. */
	departed(): void;
	/** Called once: with what the program said came of it, or why it said nothing, in words of ours. */
	settled(told: Told | string): void;
}

/** One process of a program, and what it has been asked. */
export interface Worker {
	/** How many requests are under way. */
	readonly load: number;
	/** Takes no more requests. */
	readonly retired: boolean;
	give(id: number, line: string, request: UnderWay): void;
	/** Forgets a request. Only the end of the process makes sure that it is over at the target too, so it comes as soon as nothing else is under way. */
	giveUp(id: number): void;
	end(): void;
}

export interface WorkerEvents {
	hello(hello: Hello): void;
	/** Something is no longer under way. */
	settled(worker: Worker, how: "answered" | "given up"): void;
	/** Called once, before what was under way is settled: the process ended, or broke the protocol, after which it cannot be trusted with anything. Returns the words to tell. */
	over(worker: Worker, what: { readonly ended: string } | { readonly broke: string }): string;
}

/** Starts one more process of a program. */
export function startWorker(command: string, words: readonly string[], env: NodeJS.ProcessEnv, events: WorkerEvents): Worker {
	const underWay = new Map<number, UnderWay>();
	let hello: Hello | undefined;
	let retired = false;
	let isOver = false;
	const over = (what: { readonly ended: string } | { readonly broke: string }) => {
		if (isOver) return;
		isOver = true;
		retired = true;
		const problem = events.over(worker, what);
		const all = [...underWay.values()];
		underWay.clear();
		for (const request of all) request.settled(problem);
	};
	const breakOff = (what: string) => {
		over({ broke: what });
		program.kill();
	};
	const read = (line: string) => {
		if (hello === undefined) {
			hello = readHello(line);
			if (!hello.departures) for (const request of underWay.values()) request.departed();
			events.hello(hello);
			return;
		}
		const message = readMessage(line);
		const request = underWay.get(message.id);
		if (request === undefined) {
			// It may be about one that was given up meanwhile.
			if (retired) return;
			throw new ProtocolError(`a line about request ${message.id}, which was never asked, or answered before`);
		}
		if ("departed" in message) request.departed();
		else {
			underWay.delete(message.id);
			request.settled(message);
			settled("answered");
		}
	};
	const settled = (how: "answered" | "given up") => {
		if (retired && underWay.size === 0) program.kill();
		events.settled(worker, how);
	};
	const program = startProgram(command, words, env, {
		line(text) {
			if (isOver) return;
			try {
				read(text);
			} catch (error) {
				if (!(error instanceof ProtocolError)) throw error;
				breakOff(`printed ${error.message}`);
			}
		},
		ended: (how) => over({ ended: how }),
	});
	const worker: Worker = {
		get load() {
			return underWay.size;
		},
		get retired() {
			return retired;
		},
		give(id, line, request) {
			underWay.set(id, request);
			program.write(line);
			if (hello?.departures === false) request.departed();
		},
		giveUp(id) {
			if (!underWay.delete(id)) return;
			retired = true;
			settled("given up");
		},
		end() {
			isOver = true;
			// Only a program that speaks the protocol is known to look at the end of its input.
			if (hello === undefined) program.kill();
			else program.end();
		},
	};
	return worker;
}
