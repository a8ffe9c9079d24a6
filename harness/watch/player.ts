import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { FromPlayer, Played, PlayerSettings, Round, ToPlayer } from "./messages.ts";

/** How a round ended. */
export type RoundEnd = Extract<FromPlayer, { kind: "done" | "trouble" }>;

/** Plays rounds, one at a time, in processes that it keeps ready. */
export interface Player {
	play(round: Round, played: (one: Played) => void): Promise<RoundEnd>;
	/** Ends the round early. */
	stop(): void;
	/** Ends the round at once; the next is played by the kit's code as it is then. */
	renew(): void;
	/** Gets ready to be renewed. To be called when there is time for it. */
	standBy(): void;
	/** Ends all that was begun. */
	end(): Promise<void>;
}

/** Sources that are played as they are have another. */
const extension = import.meta.url.slice(-3);
/** How long a process may take to end by itself, in milliseconds: what it started it takes away first. */
const grace = 10_000;
/** What is shown of what a process said that ended by itself, in lines. */
const lastWords = 12;

interface Process {
	readonly child: ChildProcess;
	said(): string;
}

/** Whether a process was begun and has not ended. */
const isThere = (one: Process | undefined): one is Process => one?.child.connected === true;

/** @param note takes a line about how a player is getting on */
export function createPlayer(settings: PlayerSettings, note: (line: string) => void): Player {
	let current: Process | undefined;
	let next: Process | undefined;
	return {
		play(round, played) {
			if (!isThere(current)) {
				current = isThere(next) ? next : start();
				next = undefined;
			}
			const { child, said } = current;
			return new Promise((resolve) => {
				const finish = (over: RoundEnd) => {
					child.off("message", take).off("exit", leave).off("error", fail);
					resolve(over);
				};
				const take = (message: FromPlayer) => {
					if (message.kind === "played") played(message.played);
					else if (message.kind === "note") note(message.line);
					else finish(message);
				};
				const leave = (code: number | null, signal: string | null) => {
					if (current?.child !== child) return finish({ kind: "done" });
					const words = said().trimEnd().split("\n").slice(-lastWords).join("\n");
					finish({ kind: "trouble", about: "other", message: `the player ended with ${signal ?? code}\n${words}` });
				};
				const fail = ({ message }: Error) => finish({ kind: "trouble", about: "other", message: `the player: ${message}` });
				child.on("message", take).once("exit", leave).once("error", fail);
				child.send({ kind: "play", settings, round } satisfies ToPlayer);
			});
		},
		stop() {
			if (isThere(current)) current.child.send({ kind: "stop" } satisfies ToPlayer);
		},
		renew() {
			// What it plays on is in it, and nothing remains.
			current?.child.kill("SIGKILL");
			current = undefined;
		},
		standBy() {
			if (!isThere(next)) next = start();
		},
		async end() {
			next?.child.kill("SIGKILL");
			if (!isThere(current)) return;
			const { child } = current;
			const exit = once(child, "exit");
			const late = setTimeout(() => child.kill("SIGKILL"), grace);
			child.disconnect();
			await exit;
			clearTimeout(late);
		},
	};

	function start(): Process {
		// Of a session of its own: what Ctrl-C interrupts is the watch, which ends it.
		const child = fork(new URL(`./player-process${extension}`, import.meta.url), {
			detached: true,
			stdio: ["ignore", "pipe", "pipe", "ipc"],
		});
		let words = "";
		for (const stream of [child.stdout, child.stderr])
			stream?.on("data", (piece: Buffer) => {
				words = (words + piece.toString()).slice(-10_000);
			});
		return { child, said: () => words };
	}
}
