import { redactText } from "../../../reports/redact.ts";
import type { Hello } from "./messages.ts";
import { startWorker, type UnderWay, type Worker, type WorkerEvents } from "./worker.ts";

/** Processes of one program at most. */
export const mostProcesses = 32;
/** A program that ends this often in a row without any answer is not started again. */
const mostDeaths = 5;

/** The processes of one program, started as they are needed. */
export interface Pool {
	/** Gives a request to a process that has room for it, or as soon as one has. Returns what gives the request up. */
	give(request: { readonly [member: string]: unknown }, underWay: UnderWay): () => void;
	end(): void;
}

/** What a pool tells of its program. */
export interface PoolEvents {
	/** What the program said of itself, each time that a process of it began. */
	hello(hello: Hello): void;
	/** A process ended, or broke the protocol. */
	over(problem: string): void;
}

/** @param known what must not be told, also where the program prints it */
export function openPool(
	[command = "", ...words]: readonly string[],
	env: NodeJS.ProcessEnv,
	known: () => readonly string[],
	{ hello: heard, over }: PoolEvents,
): Pool {
	const workers = new Set<Worker>();
	const waiting = new Map<number, () => void>();
	let lastId = 0;
	let deaths = 0;
	let atOnce = 1;
	/** Why nothing more is sent through the program. */
	let broken: string | undefined;

	const events: WorkerEvents = {
		hello(hello) {
			atOnce = hello.atOnce;
			heard(hello);
		},
		settled(worker, how) {
			if (how === "answered") deaths = 0;
			if (worker.retired && worker.load === 0) workers.delete(worker);
			goOn();
		},
		over(worker, what) {
			workers.delete(worker);
			const problem = redactText(`the client program ${"ended" in what ? what.ended : what.broke}`, known());
			if ("broke" in what) broken ??= problem;
			else if (worker.load > 0) deaths += 1;
			if (deaths >= mostDeaths) broken ??= `${problem}; it ended ${deaths} times in a row without any answer`;
			over(problem);
			setImmediate(goOn);
			return problem;
		},
	};
	const start = (): Worker => {
		const worker = startWorker(command, words, env, events);
		workers.add(worker);
		return worker;
	};
	/** The process with most room, if any has some. */
	const withRoom = (): Worker | undefined =>
		[...workers].filter(({ retired, load }) => !retired && load < atOnce).sort((one, other) => one.load - other.load)[0];
	/** Gives out what waits, as far as there is room. */
	const goOn = (): void => {
		for (const [id, begin] of waiting) {
			if (broken === undefined && withRoom() === undefined && workers.size >= mostProcesses) return;
			waiting.delete(id);
			begin();
		}
	};

	start();
	return {
		give(request, underWay) {
			lastId += 1;
			const id = lastId;
			let worker: Worker | undefined;
			const begin = () => {
				if (broken !== undefined) {
					underWay.settled(`${broken}; nothing more is sent through it`);
					return;
				}
				worker = withRoom() ?? (workers.size < mostProcesses ? start() : undefined);
				if (worker === undefined) waiting.set(id, begin);
				else worker.give(id, `${JSON.stringify({ id, ...request })}\n`, underWay);
			};
			begin();
			return () => {
				waiting.delete(id);
				worker?.giveUp(id);
			};
		},
		end() {
			broken ??= "the client program was ended with the run";
			for (const worker of workers) worker.end();
		},
	};
}
