import { type Config, loadConfigFile } from "../config/config-file.ts";
import type { EnvironmentEntry, NamedTarget } from "../config/read-target.ts";
import { didYouMean } from "../scenario/problem.ts";
import type { ContainerWishes } from "../targets/container/container-settings.ts";
import { isContainerForm, targetForms, targetNames } from "../targets/target-kinds.ts";
import type { TargetFlags } from "./target-flags.ts";
import { UsageError } from "./terminal.ts";

/** A target with everything that the command line and the configuration say about it, the command line first. */
export interface WantedTarget {
	/** What opens it. */
	readonly form: string;
	/** Names of its region and credentials among it. */
	readonly environment: NodeJS.ProcessEnv;
	readonly container: ContainerWishes;
	/** What the configuration says of a run. */
	readonly defaults: Pick<
		NamedTarget,
		"client" | "concurrency" | "patience" | "maxWait" | "expectations" | "targetVersion" | "lacks" | "has"
	>;
}

/**
 * Finds out which target is meant. Throws a UsageError for one that there is not or that lacks what it needs, an InputError for a bad configuration.
 *
 * @param features what a configuration may say that targets lack or have
 */
export async function wantedTarget(
	flags: TargetFlags,
	environment: NodeJS.ProcessEnv,
	features: () => Promise<readonly string[]>,
): Promise<WantedTarget> {
	const { file, targets } = await loadConfigFile(flags.config, features, targetNames);
	const named = Object.hasOwn(targets, flags.target) ? targets[flags.target] : undefined;
	const form = named?.target ?? flags.target;
	const container = wishesOf(flags, named, environment);
	if (Object.keys(container).length > 0 && !isContainerForm(form))
		throw new UsageError(
			`--target ${flags.target}: a port, an environment, a wait and a startup are of containers; this is none`,
		);
	if (named === undefined) refuseUnknown(flags.target, targets);
	return {
		...{ form, container, defaults: named ?? {} },
		environment: named === undefined ? environment : environmentOf(named, `${flags.target} of ${file}`, environment),
	};
}

/** A word that is no form at all may be a name from the configuration, misspelled. */
function refuseUnknown(target: string, targets: Config): void {
	const names = Object.keys(targets);
	if (names.length === 0 || target.includes(":") || targetNames.includes(target)) return;
	throw new UsageError(
		`--target ${target}: expected ${targetForms}, or from the configuration ${names.join(", ")}.${didYouMean(target, [...targetNames, ...names])}`,
	);
}

function wishesOf(flags: TargetFlags, named: NamedTarget | undefined, environment: NodeJS.ProcessEnv): ContainerWishes {
	const given = (flags.targetEnv ?? []).map((text) => {
		const [name = "", ...value] = text.split("=");
		return [name, value.length === 0 ? { from: name } : value.join("=")] as const;
	});
	const entries: readonly (readonly [string, EnvironmentEntry])[] = [...Object.entries(named?.env ?? {}), ...given];
	const wishes = {
		port: flags.targetPort ?? named?.port,
		readiness: flags.targetWait ?? named?.wait,
		startupSeconds: flags.targetStartup ?? named?.startup,
		environment: entries.length === 0 ? undefined : Object.fromEntries(entries.map(([name, entry]) => [name, textOf(entry)])),
	};
	return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));

	function textOf(entry: EnvironmentEntry): string {
		if (typeof entry === "string") return entry;
		return variableOf(entry.from, `the environment of the container ${flags.target}`, environment);
	}
}

function environmentOf({ region, credentials }: NamedTarget, what: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const { AWS_SESSION_TOKEN: _, ...rest } = environment;
	const secret = (name: string) => variableOf(name, `the credentials of the target ${what}`, environment);
	return {
		...(credentials === undefined ? environment : rest),
		...(region === undefined ? {} : { AWS_REGION: region }),
		...(credentials === undefined
			? {}
			: { AWS_ACCESS_KEY_ID: secret(credentials.accessKeyId), AWS_SECRET_ACCESS_KEY: secret(credentials.secretAccessKey) }),
		...(credentials?.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: secret(credentials.sessionToken) }),
	};
}

function variableOf(name: string, what: string, environment: NodeJS.ProcessEnv): string {
	const value = environment[name];
	if (value === undefined) throw new UsageError(`${name}, which ${what} needs, is not set`);
	return value;
}
