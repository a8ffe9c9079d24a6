import { defaultLimits, type Limits } from "../../../specs/model/limits.ts";
import { type Bucket, documentedRates, limitedDecisions, type Rates } from "../../../specs/model/rates/rates.ts";
import { operationNames } from "../../../specs/wire/contract.ts";
import { entryOf, type Located } from "../../scenario/located.ts";
import { optional, readNumber, readWhole } from "../../scenario/read-scalars.ts";
import type { Reader } from "../../scenario/reader.ts";

const limitNames = Object.keys(defaultLimits) as readonly (keyof Limits)[];

/** Limits by name, each a number or `none`, and under `rates` how often things may be done. */
export function readLimits(
	node: Located,
	reader: Reader,
): { readonly limits: Partial<Limits>; readonly rates?: Rates } | undefined {
	reader.onlyKeys(node, [...limitNames, "rates"], "limits");
	if (node.kind !== "map") return undefined;
	const limits = limitNames.map((name) => optional(node, name, (value) => readLimit(value, reader, name)));
	return { limits: Object.assign({}, ...limits), ...optional(node, "rates", (value) => readRates(value, reader)) };
}

const readLimit = (node: Located, reader: Reader, what: string): number | undefined =>
	isNone(node) ? Number.POSITIVE_INFINITY : readWhole(node, reader, `${what}, unless it is none,`);

const isNone = (node: Located): boolean => node.kind === "scalar" && node.value === "none";

function readRates(node: Located, reader: Reader): Rates | undefined {
	if (node.kind === "scalar") {
		const name = reader.oneOf(node, ["documented", "none"], "rates, unless they are given one by one,");
		return name === "documented" ? documentedRates : undefined;
	}
	reader.onlyKeys(node, ["calls", "callsPerExecution", "decisions", "tasksPerList"], "rates");
	return {
		calls: readBuckets(node, "calls", operationNames, reader),
		callsPerExecution: readBuckets(node, "callsPerExecution", Object.keys(documentedRates.callsPerExecution), reader),
		decisions: readBuckets(node, "decisions", limitedDecisions, reader),
		...optional(node, "tasksPerList", (value) => readBucket(value, reader, "tasksPerList")),
	};
}

function readBuckets(node: Located, member: string, names: readonly string[], reader: Reader): Readonly<Record<string, Bucket>> {
	const buckets = entryOf(node, member)?.value;
	if (buckets === undefined) return {};
	reader.onlyKeys(buckets, names, member);
	return Object.assign({}, ...names.map((name) => optional(buckets, name, (value) => readBucket(value, reader, name))));
}

function readBucket(node: Located, reader: Reader, what: string): Bucket | undefined {
	reader.onlyKeys(node, ["size", "refill"], `the rate of ${what}`);
	if (node.kind !== "map") return undefined;
	const [size, refill] = (["size", "refill"] as const).map((name) => {
		const value = entryOf(node, name)?.value;
		if (value === undefined) reader.refuse(node.at, `the rate of ${what} has a size and a refill, of which ${name} is missing`);
		return value === undefined ? undefined : readNumber(value, reader, name);
	});
	return size === undefined || refill === undefined ? undefined : { size, refill };
}
