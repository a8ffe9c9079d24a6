import { type Preset, presetNames, presets } from "../targets/container/presets.ts";
import { readinessText } from "../targets/container/readiness.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

/** `swf-conformance targets`: the emulators that are known by name, and what each is started with. */
export function targetsCommand(terminal: Terminal): ExitCode {
	for (const name of presetNames) terminal.out(`${name.padEnd(12)}${describe(presets[name]).join(`\n${" ".repeat(12)}`)}\n`);
	return exitCodes.fine;
}

function describe({ image, tag, port, environment, passes, readiness, concurrency, about }: Preset): readonly string[] {
	const variables = [...Object.entries(environment).map(([name, value]) => `${name}=${value}`), ...passes];
	return [
		`image:${image}:${tag} --target-port ${port} --target-wait ${readinessText(readiness)} --concurrency ${concurrency}`,
		...(variables.length === 0 ? [] : [variables.map((variable) => `--target-env ${variable}`).join(" ")]),
		about,
	];
}
