import { type Argument, Command, type Option } from "commander";
import { commands } from "../cli/commands/commands.ts";
import { doingCommands, endingsOf, meanings } from "../cli/commands/exit-codes.ts";
import { exitCodes } from "../cli/terminal.ts";
import { cellCode, cellText, renderedPage, table } from "./tables.ts";

const unused = () => {
	throw new Error("a page is rendered from what commands are, not from what they do");
};

/** The program as `harness/cli.ts` makes it, but for what its commands would do. */
function definedProgram(): Command {
	const program = new Command("swf-conformance");
	const terminal = { out: unused, err: unused, isLive: false, color: false, width: 100 };
	const surroundings = {
		terminal,
		environment: {},
		secrets: [],
		command: "",
		interruptible: unused,
		stoppable: unused,
		done: unused,
	};
	for (const define of commands) define(program, surroundings);
	return program;
}

const usual = (value: unknown): string =>
	value === undefined || value === false || (Array.isArray(value) && value.length === 0) ? "" : cellCode(String(value));

const allowed = (choices: readonly string[] | undefined): string => (choices ?? []).map(cellCode).join(", ");

function argumentRow(argument: Argument): readonly string[] {
	const name = `${argument.name()}${argument.variadic ? "…" : ""}`;
	const needed = argument.required ? "required" : "";
	return [cellCode(argument.required ? `<${name}>` : `[${name}]`), cellText(argument.description), "", needed];
}

function optionRow(option: Option): readonly string[] {
	const fallback = option.mandatory ? "required" : usual(option.negate ? undefined : option.defaultValue);
	return [cellCode(option.flags), cellText(option.description), allowed(option.argChoices), fallback];
}

function section([name, command]: readonly [string, Command]): readonly string[] {
	const rows = [...command.registeredArguments.map(argumentRow), ...command.options.map(optionRow)];
	const codes = endingsOf(name).map(([code, meaning]) => [String(code), cellText(meaning)]);
	const usage = command.createHelp().commandUsage(command);
	return [
		`## ${name}`,
		sentence(command.description()),
		`\`${usage}\``,
		rows.length === 0 ? "" : table(["Takes", "Meaning", "One of", "Without it"], rows),
		table(["Exit code", ""], codes),
	];
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${cellText(text.slice(1))}.`;

/** `docs/command-line.md`: every command with its arguments, flags and exit codes. */
export function renderCommandLine(): string {
	const program = definedProgram();
	const codes = Object.entries(exitCodes).map(([ending, code]) => [
		String(code),
		cellText(meanings[ending as keyof typeof exitCodes]),
	]);
	return renderedPage("the definitions of the commands in `harness/cli/commands/`", [
		"# The command line",
		"`swf-conformance COMMAND --help` tells the same of one command. `swf-conformance --version` tells the version of the kit.",
		"## Exit codes",
		"Below, each command says which of these it can end with, and what they mean of it.",
		table(["Exit code", ""], codes),
		...doingCommands(program).flatMap(section),
	]);
}
