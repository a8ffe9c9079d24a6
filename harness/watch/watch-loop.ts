import type { Verdict } from "../../reports/report.ts";
import type { Played, Round } from "./messages.ts";
import type { Player, RoundEnd } from "./player.ts";

/** What is known of a case. */
export interface Standing {
	readonly verdict: Verdict;
	/** What of the model it used. */
	readonly uses: readonly string[];
}

/** Where the rounds come from, and to whom they are told. */
export interface Rounds {
	/** What to play of these cases, in their order, without those that are gone or not wanted; absent where nothing can be played for now. */
	roundOf(ids: readonly string[]): Round | undefined;
	played(one: Played, before: Verdict | undefined): void;
	/** @param milliseconds how long it took */
	ended(end: RoundEnd, milliseconds: number): void;
}

/** Plays what is due, the newest first. */
export interface WatchLoop {
	/** What is known of the cases that were played, by id. */
	readonly standings: ReadonlyMap<string, Standing>;
	/** Makes cases due, before all that are due already; those that did not pass are the first of them. */
	add(ids: Iterable<string>): void;
	/** Plays what is due, if that is not being done. */
	go(): void;
	/** Ends the round that is being played: what is left of it stays due. */
	stop(how: "stop" | "renew"): void;
}

export function createWatchLoop(player: Player, rounds: Rounds): WatchLoop {
	const standings = new Map<string, Standing>();
	let due: readonly string[] = [];
	/** What of the current round still counts when it was played. */
	let counting = new Set<string>();
	let isPlaying = false;

	const isGood = (id: string) => ["pass", "expected-failure"].includes(standings.get(id)?.verdict ?? "pass");

	function take(one: Played): void {
		const { id, verdict } = one.report;
		if (!counting.has(id)) return;
		due = due.filter((each) => each !== id);
		rounds.played(one, standings.get(id)?.verdict);
		standings.set(id, { verdict, uses: one.uses });
	}

	async function playDue(): Promise<void> {
		for (let end: RoundEnd = { kind: "done" }; end.kind === "done"; ) {
			const round = rounds.roundOf(due);
			if (round === undefined) break;
			due = round.scenarios.map(({ id }) => id);
			if (due.length === 0) break;
			counting = new Set(due);
			const began = performance.now();
			end = await player.play(round, take);
			rounds.ended(end, performance.now() - began);
		}
		// What kept a round from being played keeps it until something changes.
		isPlaying = false;
	}

	return {
		standings,
		add(ids) {
			const fresh = [...new Set(ids)];
			for (const id of fresh) counting.delete(id);
			const others = new Set(fresh);
			due = [...fresh.filter((id) => !isGood(id)), ...fresh.filter(isGood), ...due.filter((id) => !others.has(id))];
		},
		go() {
			if (isPlaying) return;
			isPlaying = true;
			void playDue();
		},
		stop(how) {
			if (how === "renew") player.renew();
			else if (isPlaying) player.stop();
		},
	};
}
