import { type Command, InvalidArgumentError } from "commander";
import { parseReadiness, type Readiness, readinessForms } from "../targets/container/readiness.ts";
import { targetForms } from "../targets/target-kinds.ts";
import { positive } from "./commands/flags.ts";

/** What the command line says about a target. */
export interface TargetFlags {
	/** One of the forms, or a name from the configuration. */
	readonly target: string;
	readonly config?: string;
	/** Which entries of the expectations file count. */
	readonly targetVersion?: string;
	readonly targetPort?: number;
	/** `NAME=VALUE`, or `NAME` for what the kit's own environment has under it. */
	readonly targetEnv?: readonly string[];
	readonly targetWait?: Readiness;
	/** Seconds. */
	readonly targetStartup?: number;
}

const port = (text: string) => {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < 1 || value > 65_535) throw new InvalidArgumentError("expected a port, 1 to 65535");
	return value;
};

const variable = (text: string, before: readonly string[]) => {
	if (!/^[A-Za-z_]\w*(=|$)/.test(text)) throw new InvalidArgumentError("expected NAME=VALUE, or NAME to pass on what it is here");
	return [...before, text];
};

const wait = (text: string) => {
	const readiness = parseReadiness(text);
	if (readiness === undefined) throw new InvalidArgumentError(`expected ${readinessForms}`);
	return readiness;
};

export const targetVersionHelp = "the target's, for expectations about versions; the tag of an image without it";

/** Gives a command the flags about its target. */
export const addTargetOptions = (command: Command): Command =>
	command
		.option("--target <target>", `${targetForms}, or a name from the configuration`, "mock")
		.option("--config <file>", "names targets; swf-conformance.config.yaml of this folder without it, if there is one")
		.option("--target-version <version>", targetVersionHelp)
		.option("--target-port <port>", "SWF's port inside of a container; without it, the one that the image says it serves", port)
		.option("--target-env <name=value>", "a variable for a container, NAME alone to pass it on; repeatable", variable, [])
		.option("--target-wait <what>", `what tells that a container is ready: ${readinessForms}; port without it`, wait)
		.option(
			"--target-startup <seconds>",
			"how long a container may take to get ready; 60 without it",
			positive("a number of seconds above 0", false),
		);
