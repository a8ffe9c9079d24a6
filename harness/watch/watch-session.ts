import { relative } from "node:path";
import type { CaseReport, ReportFrame } from "../../reports/report.ts";
import { clausesNamed } from "../../reports/report-lines.ts";
import { UnreachableError, UsageError } from "../cli/terminal.ts";
import type { ExpectationsFile } from "../expectations/expectations-file.ts";
import { select, selects } from "../plan.ts";
import { reportClause } from "../report-log.ts";
import { InputError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Player, RoundEnd } from "./player.ts";
import type { RoundTeller } from "./tell-rounds.ts";
import { createWatchLoop } from "./watch-loop.ts";
import type { WatchedCorpus } from "./watched-corpus.ts";
import type { WatchedSources } from "./watched-sources.ts";

/** What somebody watches. */
export interface WatchSessionOptions {
	/** As it is told. */
	readonly target: string;
	readonly patterns: readonly string[];
	readonly corpus: WatchedCorpus;
	/** Absent where they have no part in what is played. */
	readonly sources: WatchedSources | undefined;
	readonly expectations: WatchedExpectations | undefined;
	readonly player: Player;
	readonly teller: RoundTeller;
	/** Called with what no change of a file will mend. */
	readonly failed: (error: unknown) => void;
}

export interface WatchedExpectations {
	readonly path: string;
	/** Throws an InputError when it is wrong. */
	readonly read: () => Promise<ExpectationsFile | undefined>;
}

export interface WatchSession {
	/** Takes in files that changed and plays what they may affect. Changes are taken in one after another. */
	take(paths: readonly string[]): Promise<void>;
}

/** Plays all that is wanted and is ready for changes. Throws an InputError for expectations that are wrong. */
export async function beginWatching(options: WatchSessionOptions): Promise<WatchSession> {
	const { target, patterns, corpus, sources, expectations, player, teller, failed } = options;
	let held = await expectations?.read();
	let hasPlayed = false;
	const wanted = () => select(corpus.scenarios(), patterns);
	const problems = () => [...corpus.problems(), ...(sources?.problems() ?? [])];

	const loop = createWatchLoop(player, {
		roundOf(ids) {
			// Half of a change would be played.
			if ((sources?.problems() ?? []).length > 0) return undefined;
			const cases = new Map(wanted().map((scenario) => [scenario.id, scenario]));
			const scenarios = ids.flatMap((id) => cases.get(id) ?? []);
			teller.began(scenarios.length);
			return { scenarios, ...(held === undefined ? {} : { expectations: held }) };
		},
		played({ report }, before) {
			hasPlayed = true;
			teller.played(report, before, clausesOf(report));
		},
		ended(end, milliseconds) {
			teller.ended(
				milliseconds,
				wanted().flatMap(({ id }) => loop.standings.get(id)?.verdict ?? []),
			);
			if (end.kind === "trouble") tellTrouble(end);
			else if (sources !== undefined) player.standBy();
		},
	});

	function tellTrouble({ about, message }: Extract<RoundEnd, { kind: "trouble" }>): void {
		if (about === "usage") failed(new UsageError(message));
		else if (about === "unreachable" && !hasPlayed) failed(new UnreachableError(message));
		else teller.note(message);
	}

	function clausesOf(report: CaseReport): ReportFrame["clauses"] {
		const { clauses } = corpus.vocabulary();
		const named = clausesNamed(report).flatMap((id) => clauses.get(id) ?? []);
		return Object.fromEntries(named.map((clause) => [clause.id, reportClause(clause)]));
	}

	/** Tells which cases other expectations may affect. */
	async function takeExpectations({ read }: WatchedExpectations): Promise<(id: string) => boolean> {
		const before = held;
		try {
			held = await read();
		} catch (error) {
			if (!(error instanceof InputError || error instanceof UsageError)) throw error;
			teller.note(error.message);
			return () => false;
		}
		const features = (file: ExpectationsFile | undefined) => JSON.stringify([file?.lacks, file?.has]);
		if (features(before) !== features(held)) return () => true;
		const about = [...(before?.failures ?? []), ...(held?.failures ?? [])].map(({ cases }) => selects(cases));
		return (id) => about.some((isAbout) => isAbout(id));
	}

	async function take(paths: readonly string[]): Promise<void> {
		const code = paths.filter((path) => path.endsWith(".ts"));
		const [changed, isReached, isExpected] = await Promise.all([
			corpus.take(paths),
			code.length === 0 ? () => false : sources?.take(code),
			expectations !== undefined && paths.includes(expectations.path) ? takeExpectations(expectations) : () => false,
		]);
		const isAffected = ({ id }: Scenario) =>
			changed.has(id) || isExpected(id) || isReached?.(loop.standings.get(id)?.uses) === true;
		const affected = wanted().filter(isAffected);
		teller.changed(paths.map((path) => relative(process.cwd(), path)).sort(), affected.length);
		teller.problems(problems());
		loop.add(affected.map(({ id }) => id));
		loop.stop(code.length === 0 ? "stop" : "renew");
		loop.go();
	}

	teller.watching(wanted().length, target);
	teller.problems(problems());
	loop.add(wanted().map(({ id }) => id));
	loop.go();
	let taking = Promise.resolve();
	return {
		take(paths) {
			taking = taking.then(() => take(paths));
			return taking;
		},
	};
}
