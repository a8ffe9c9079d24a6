import { operationNames } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { SdkBuild } from "../clients/sdk-build.ts";
import { manifestOf } from "../clients/wire-packages.ts";
import { type Difference, type Found, unlike } from "./difference.ts";

/** In what two builds differ before anything is sent. */
export function compareBuilds(baseline: SdkBuild, candidate: SdkBuild): readonly Difference[] {
	const exports = names(baseline.exports, candidate.exports).filter((name) => !name.endsWith("Command"));
	const differences: readonly Found[] = [
		...operationNames.flatMap((operation) => unlike("operation", has(baseline, operation), has(candidate, operation), operation)),
		...exports.flatMap((name) => unlike("export", name in baseline.exports, name in candidate.exports, name)),
		...names(baseline.packages, candidate.packages).flatMap((name) =>
			unlike("package", baseline.packages[name], candidate.packages[name], name),
		),
		...unlike("engine", engineOf(baseline), engineOf(candidate)),
	];
	return differences.map((each) => ({ probe: `build/${each.aspect}/${each.at ?? "node"}`, ...each }));
}

const names = (one: object, other: object): readonly string[] =>
	[...new Set([...Object.keys(one), ...Object.keys(other)])].sort();

const has = (build: SdkBuild, operation: (typeof operationNames)[number]): boolean => build.commandOf(operation) !== undefined;

function engineOf({ folder }: SdkBuild): Json | undefined {
	const engines = manifestOf(`${folder}/package.json`)?.["engines"];
	return isJsonObject(engines) ? engines["node"] : undefined;
}
