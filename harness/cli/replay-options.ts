import { readinessText } from "../targets/container/readiness.ts";
import type { TargetFlags } from "./target-flags.ts";

/** What `swf-conformance run ID` needs beside the id to play a case as it was played, ready for a shell. */
export function replayOptions(target: string, client: string, about: Omit<TargetFlags, "target"> = {}): string {
	const { config, targetPort, targetEnv = [], targetWait, targetStartup } = about;
	const options: readonly (readonly [string, string | number | undefined])[] = [
		["--target", target === "mock" ? undefined : target],
		["--config", config],
		["--target-port", targetPort],
		// A value may be secret: it is left to whoever plays the case again.
		...targetEnv.map((text) => ["--target-env", text.split("=")[0]] as const),
		["--target-wait", targetWait && readinessText(targetWait)],
		["--target-startup", targetStartup],
		["--client", client === "sdk" ? undefined : client],
	];
	return options.map(([flag, value]) => (value === undefined ? "" : ` ${flag} ${shellWord(String(value))}`)).join("");
}

/** A word as a shell takes it, in quotes where it needs them. */
const shellWord = (text: string): string => (/^[\w./:@=,+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
