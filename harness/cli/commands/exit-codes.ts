import type { Command } from "commander";
import { exitCodes } from "../terminal.ts";

type Ending = keyof typeof exitCodes;

/** What each exit code means, where a command has nothing narrower to say. */
export const meanings = {
	fine: "nothing unexpected",
	failures: "failures, or what the expectations file says is not so",
	badInput: "bad input or usage",
	unreachable: "the target does not answer",
	undecided: "no failures, but inconclusive cases or errors of the kit",
	capped: "nothing unexpected, but --accept-cost kept cases from being played",
	unwritten: "something could not be written; the message says where it is",
	interrupted: "interrupted; what was measured is written",
} as const satisfies Readonly<Record<Ending, string>>;

type Endings = Readonly<Partial<Record<Ending, string>>>;

const { fine, failures, badInput, unreachable, undecided, capped, unwritten, interrupted } = meanings;
const told = { fine: "it was told", badInput } satisfies Endings;

/** What each command ends with, by its name; a command of a command by both. */
export const endings: Readonly<Record<string, Endings>> = {
	run: { fine, failures, badInput, unreachable, undecided, capped, unwritten, interrupted },
	watch: {
		fine: "ended by a signal",
		badInput: "bad input or usage, also of a pattern that means no case",
		unreachable: "the target did not answer at the beginning",
	},
	judge: { fine, failures, badInput, undecided, unwritten },
	merge: {
		fine,
		failures,
		badInput,
		undecided,
		unwritten,
		interrupted: "a shard was interrupted or, with --partial, is missing",
	},
	compare: {
		fine: "no regression",
		failures: "at least one regression",
		badInput,
		undecided: "no regression, but the head report could not tell of a case of which the base report could, or was cut short",
	},
	matrix: { fine: "it was told, whatever the reports say", badInput: "what is no report, or no profile" },
	"expectations update": { fine: "the file is up to date, or was brought so", badInput },
	reproduce: { fine: "it was written", badInput: "no such case, or one that the form cannot express" },
	list: told,
	targets: told,
	explain: told,
	check: { fine: "no rule of level MUST is broken", failures: "one is", badInput },
	clauses: { fine: "it was told", failures: "with --unreached: there are such clauses", badInput },
	lint: { fine: "nothing is wrong", badInput: "something is, each with its place" },
	sweep: {
		fine: "nothing is left",
		failures: "something is, each told with the reason",
		badInput: "no ledger, or not the target of its run",
		unreachable,
		interrupted: "interrupted; the next sweep goes on from there",
	},
	doctor: {
		fine: "nothing bad",
		failures: "something is bad: denied, a clock that is off by minutes, credentials refused, a quota used up",
		badInput,
		unreachable: "no name, connection, handshake or answer in the words of SWF",
		interrupted: "interrupted",
	},
	serve: { fine: "ended by a signal, with all that was begun answered", badInput },
	"sdk-gate": {
		fine: "nothing breaks that is not accepted",
		failures: "something does",
		badInput,
		interrupted: "interrupted; half a comparison is not reported",
	},
	proxy: { fine: "ended by a signal, and nothing unexpected", failures: "failures", badInput, undecided, unwritten },
};

/** A command's endings, in the order of their codes. */
export const endingsOf = (name: string): readonly (readonly [code: number, meaning: string])[] =>
	Object.entries(endings[name] ?? {}).map(([ending, meaning]) => [exitCodes[ending as Ending], meaning]);

/** The commands that do something, each under all of its names, as `expectations update`. */
export const doingCommands = (program: Command, before: readonly string[] = []): readonly (readonly [string, Command])[] =>
	program.commands.flatMap((command) => {
		const names = [...before, command.name()];
		return command.commands.length > 0 ? doingCommands(command, names) : [[names.join(" "), command] as const];
	});

/** Lets the help of every command tell what it ends with. */
export function tellEndings(program: Command): void {
	for (const [name, command] of doingCommands(program)) {
		const lines = endingsOf(name).map(([code, meaning]) => `  ${String(code).padEnd(3)}  ${meaning}`);
		if (lines.length > 0) command.addHelpText("after", ["", "Exit codes:", ...lines].join("\n"));
	}
}
