import { type Command, InvalidArgumentError } from "commander";
import type { Shard } from "../../../reports/report.ts";

/** A number above 0. */
export const positive = (what: string, whole: boolean) => (text: string) => {
	const value = Number(text);
	if (!(value > 0) || !Number.isFinite(value) || (whole && !Number.isInteger(value)))
		throw new InvalidArgumentError(`expected ${what}`);
	return value;
};

/** Seconds, 0 or more. */
export const notNegative = (text: string) => {
	const value = Number(text);
	if (!(value >= 0) || text.trim() === "") throw new InvalidArgumentError("expected a number of seconds, 0 or more");
	return value;
};

/** One of several parts of the cases, as `2/5`. */
export const shard = (text: string): Shard => {
	const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
	if (index === undefined || of === undefined || index < 1 || index > of || of > 1000)
		throw new InvalidArgumentError("expected which of how many, as 2/5; at most 1000");
	return { index, of };
};

/** A port to listen on. */
export const port = (text: string) => {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value > 65_535) throw new InvalidArgumentError("expected a port, 0 to 65535; 0 picks a free one");
	return value;
};

/** Of an option that may be given more than once. */
export const collect = (value: string, before: readonly string[]) => [...before, value];

/** Gives a command the flags about what it judges and writes. */
export const addReportOptions = (command: Command): Command =>
	addOutputOptions(command)
		.option("--expectations <file>", "what is known to fail on the target, and why")
		.option(
			"--profile <name[@version]>",
			"say whether the target conforms to it; repeatable; run plays only its cases",
			collect,
			[],
		);

/** Gives a command the flags about what it writes. */
export function addOutputOptions(command: Command): Command {
	return command
		.option(
			"--report <format[=file]>",
			"write this format, to this file; repeatable; json, junit, markdown and html without it",
			collect,
			[],
		)
		.option("--out <folder>", "where reports and evidence go", "reports/out")
		.option("--quiet", "no progress and no summary", false);
}
