import { readableWord } from "../shell-word.ts";
import { readinessText } from "../targets/container/readiness.ts";
import type { Allowed } from "../targets/target.ts";
import type { TargetFlags } from "./target-flags.ts";

/** What `swf-conformance run ID` needs beside the id to play a case as it was played, ready for a shell. */
export function replayOptions(target: string, client: string, about: Omit<TargetFlags, "target"> & Allowed = {}): string {
	const { config, targetPort, targetEnv = [], targetWait, targetStartup, acceptCost, domain, ownDomains } = about;
	const options: readonly (readonly [string, string | number | undefined])[] = [
		["--target", target === "mock" ? undefined : target],
		["--config", config],
		["--target-port", targetPort],
		// A value may be secret: it is left to whoever plays the case again.
		...targetEnv.map((text) => ["--target-env", text.split("=")[0]] as const),
		["--target-wait", targetWait && readinessText(targetWait)],
		["--target-startup", targetStartup],
		["--accept-cost", acceptCost],
		["--domain", domain],
		["--client", client === "sdk" ? undefined : client],
	];
	const told = options.map(([flag, value]) => (value === undefined ? "" : ` ${flag} ${readableWord(String(value))}`));
	return `${told.join("")}${ownDomains === true ? " --own-domains" : ""}`;
}
