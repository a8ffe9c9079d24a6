import type { VisibilityLag } from "../../../specs/model/as-seen.ts";
import { entryOf, type Located, readYaml } from "../../scenario/located.ts";
import { InputError } from "../../scenario/problem.ts";
import { optional, readNumber } from "../../scenario/read-scalars.ts";
import { createReader, type Reader } from "../../scenario/reader.ts";
import type { ServiceSettings } from "../service.ts";
import { readLambda } from "./read-lambda.ts";
import { readLimits } from "./read-limits.ts";
import { readPrincipals } from "./read-principals.ts";

/** Settings, and those that are to go back to what they are by default. */
export type SettingChanges = { readonly [Setting in keyof ServiceSettings]: ServiceSettings[Setting] | undefined };

/** The settings of a service that a file or an order can name. */
export const settingNames = [
	...["account", "region", "auth", "principals", "limits", "visibilityLag", "lambda", "longPollSeconds"],
] as const;

/** Reads settings from YAML or JSON. Throws an InputError with everything that is wrong with them. */
export function parseSettings(text: string, file: string): SettingChanges {
	const reader = createReader(file);
	const root = readYaml(text, file);
	reader.onlyKeys(root, settingNames, "the settings");
	const settings = readSettings(root, reader);
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return settings;
}

/** Reads what one setting is to be from a text of its own. Throws an InputError with everything that is wrong with it. */
export function parseSetting(name: (typeof settingNames)[number], text: string, file: string): SettingChanges {
	const reader = createReader(file);
	const value = readYaml(text, file);
	const settings = readSettings({ kind: "map", at: value.at, entries: [{ key: name, keyAt: value.at, value }] }, reader);
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return settings;
}

/** Reads the settings among the members of a mapping; a member that is null stands for the default. */
export function readSettings(root: Located, reader: Reader): SettingChanges {
	const changes = (
		name: string,
		read: (node: Located) => SettingChanges | undefined,
		cleared: SettingChanges,
	): SettingChanges => {
		const node = entryOf(root, name)?.value;
		if (node === undefined) return {};
		return node.kind === "scalar" && node.value === null ? cleared : (read(node) ?? {});
	};
	return {
		...changes("account", (node) => ({ account: readAccount(node, reader) }), { account: undefined }),
		...changes("region", (node) => ({ region: reader.text(node, "region") }), { region: undefined }),
		...changes("auth", (node) => ({ auth: reader.oneOf(node, ["accept", "verify"], "auth") }), { auth: undefined }),
		...changes("principals", (node) => ({ principals: readPrincipals(node, reader) }), { principals: undefined }),
		...changes("limits", (node) => ({ rates: undefined, ...readLimits(node, reader) }), { limits: undefined, rates: undefined }),
		...changes("visibilityLag", (node) => ({ visibilityLag: readLag(node, reader) }), { visibilityLag: undefined }),
		...changes("lambda", (node) => ({ ...noLambda, ...readLambda(node, reader) }), noLambda),
		...changes("longPollSeconds", (node) => ({ longPollSeconds: readNumber(node, reader, "longPollSeconds") }), {
			longPollSeconds: undefined,
		}),
	};
}

const noLambda: SettingChanges = { invokeLambda: undefined, lacksLambda: undefined };

function readAccount(node: Located, reader: Reader): string | undefined {
	if (node.kind === "scalar" && typeof node.value === "string" && /^\d{12}$/.test(node.value)) return node.value;
	reader.refuse(node.at, "account is twelve digits, in quotes");
	return undefined;
}

/** A number of seconds is that of the listings. */
function readLag(node: Located, reader: Reader): VisibilityLag | undefined {
	if (node.kind === "scalar") {
		const listings = readNumber(node, reader, "visibilityLag, unless it is a mapping,");
		return listings === undefined ? undefined : { listings };
	}
	reader.onlyKeys(node, ["listings", "descriptions"], "visibilityLag");
	return {
		...optional(node, "listings", (value) => readNumber(value, reader, "listings")),
		...optional(node, "descriptions", (value) => readNumber(value, reader, "descriptions")),
	};
}
