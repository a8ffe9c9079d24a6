import { resolve } from "node:path";
import { entryOf, type Located } from "../scenario/located.ts";
import { optional, readWhole } from "../scenario/read-scalars.ts";
import type { Reader } from "../scenario/reader.ts";
import { parseReadiness, type Readiness, readinessForms } from "../targets/container/readiness.ts";

/** A value of a container's environment: itself, or the name of a variable of the kit's environment that has it. */
export type EnvironmentEntry = string | { readonly from: string };

/** A target that a configuration names, with everything that it is to be told. */
export interface NamedTarget {
	/** What `--target` takes. */
	readonly target: string;
	readonly port?: number;
	readonly env?: Readonly<Record<string, EnvironmentEntry>>;
	readonly wait?: Readiness;
	/** Seconds. */
	readonly startup?: number;
	readonly region?: string;
	/** Names of the environment variables that hold them. */
	readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
	readonly client?: string;
	readonly concurrency?: number;
	readonly patience?: number;
	/** Seconds. */
	readonly maxWait?: number;
	/** Which entries of the expectations file count. */
	readonly targetVersion?: string;
	/** A path, from the working directory. */
	readonly expectations?: string;
	readonly lacks?: readonly string[];
	readonly has?: readonly string[];
}

const targetKeys = [
	...["target", "port", "env", "wait", "startup", "region", "credentials", "client", "concurrency", "patience", "maxWait"],
	...["expectations", "lacks", "has", "targetVersion"],
];

/** What reading a target needs beside it. */
export interface Reading {
	readonly reader: Reader;
	readonly features: readonly string[];
	/** Of the configuration file: paths in it start there. */
	readonly folder: string;
}

/** Reads what a configuration says of one target; what is wrong with it goes to the reader. */
export function readTarget(node: Located, { reader, features, folder }: Reading): NamedTarget {
	reader.onlyKeys(node, targetKeys, "a target");
	const target = entryOf(node, "target")?.value;
	if (target === undefined && node.kind === "map")
		reader.refuse(node.at, "a target has a target: what --target takes, as image:NAME:TAG");
	const text = (name: string) => (value: Located) => reader.text(value, name);
	const texts = (name: string) => (value: Located) =>
		reader.items(value, name).flatMap((item) => reader.oneOf(item, features, "a feature") ?? []);
	return {
		target: (target === undefined ? undefined : reader.text(target, "target")) ?? "",
		...optional(node, "port", (value) => readPort(value, reader)),
		...optional(node, "env", (value) => readEnvironment(value, reader)),
		...optional(node, "wait", (value) => readWait(value, reader)),
		...optional(node, "startup", (value) => reader.seconds(value, "startup")),
		...optional(node, "region", text("region")),
		...optional(node, "credentials", (value) => readCredentials(value, reader)),
		...optional(node, "client", text("client")),
		...optional(node, "concurrency", (value) => readConcurrency(value, reader)),
		...optional(node, "patience", (value) => readFactor(value, reader)),
		...optional(node, "maxWait", (value) => reader.seconds(value, "maxWait")),
		...optional(node, "expectations", (value) => {
			const path = reader.text(value, "expectations");
			return path === undefined ? undefined : resolve(folder, path);
		}),
		...optional(node, "targetVersion", text("targetVersion")),
		...optional(node, "lacks", texts("lacks")),
		...optional(node, "has", texts("has")),
	};
}

function readPort(node: Located, reader: Reader): number | undefined {
	const port = readWhole(node, reader, "port", 65_535);
	if (port === 0) reader.refuse(node.at, "port is that of the container, 1 to 65535, not 0");
	return port;
}

function readConcurrency(node: Located, reader: Reader): number | undefined {
	const count = readWhole(node, reader, "concurrency");
	if (count === 0) reader.refuse(node.at, "concurrency is a whole number, 1 or more, not 0");
	return count;
}

function readFactor(node: Located, reader: Reader): number | undefined {
	if (node.kind === "scalar" && typeof node.value === "number" && node.value > 0) return node.value;
	reader.refuse(node.at, "patience is a number above 0");
	return undefined;
}

function readWait(node: Located, reader: Reader): Readiness | undefined {
	const text = reader.text(node, "wait");
	const readiness = text === undefined ? undefined : parseReadiness(text);
	if (text !== undefined && readiness === undefined) reader.refuse(node.at, `wait is ${readinessForms}, not ${text}`);
	return readiness;
}

function readEnvironment(node: Located, reader: Reader): Readonly<Record<string, EnvironmentEntry>> {
	const entries = reader
		.entries(node, "env")
		.flatMap(({ key, keyAt, value }): readonly (readonly [string, EnvironmentEntry])[] => {
			if (!isVariable(key)) reader.refuse(keyAt, "the name of an environment variable is letters, digits and underscores");
			if (value.kind === "map") {
				reader.onlyKeys(value, ["from"], "a value of the environment");
				const from = entryOf(value, "from")?.value;
				if (from === undefined) reader.refuse(value.at, "a value of the environment is a text, or { from: VARIABLE }");
				return from === undefined ? [] : [[key, { from: readVariable(from, reader, "from") }]];
			}
			if (value.kind === "scalar" && value.value !== null) return [[key, String(value.value)]];
			reader.refuse(value.at, "a value of the environment is a text, or { from: VARIABLE }");
			return [];
		});
	return Object.fromEntries(entries);
}

function readCredentials(node: Located, reader: Reader): NonNullable<NamedTarget["credentials"]> {
	reader.onlyKeys(node, ["accessKeyId", "secretAccessKey", "sessionToken"], "credentials");
	const variable = (name: string): string => {
		const value = entryOf(node, name)?.value;
		if (value !== undefined) return readVariable(value, reader, name);
		if (node.kind === "map") reader.refuse(node.at, `credentials have a ${name}: the environment variable that holds it`);
		return "";
	};
	return {
		accessKeyId: variable("accessKeyId"),
		secretAccessKey: variable("secretAccessKey"),
		...optional(node, "sessionToken", (value) => readVariable(value, reader, "sessionToken")),
	};
}

const isVariable = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

/** A file is no place for secrets, so what might be one is refused without being repeated. */
function readVariable(node: Located, reader: Reader, what: string): string {
	const text = node.kind === "scalar" && typeof node.value === "string" ? node.value : "";
	if (isVariable(text) && !/^A[KS]IA/.test(text)) return text;
	reader.refuse(node.at, `${what} is the name of an environment variable, not the secret itself`);
	return "";
}
