import { isOperationName, type OperationName, operationShape, type ShapeName, shape } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import type { Difference } from "./difference.ts";
import { isDate } from "./plain.ts";

/** Whether a rule is about a difference. */
export type When = (difference: Difference) => boolean;

export const probeIs =
	(pattern: RegExp): When =>
	({ probe }) =>
		pattern.test(probe);
export const atIs =
	(pattern: RegExp): When =>
	({ at = "" }) =>
		pattern.test(at);
export const isNew: When = ({ baseline, candidate }) => (baseline ?? false) === false && (candidate ?? false) !== false;
export const isGone: When = ({ baseline, candidate }) => (baseline ?? false) !== false && (candidate ?? false) === false;
export const both =
	(...whens: readonly When[]): When =>
	(difference) =>
		whens.every((when) => when(difference));
export const numbers = ({ baseline, candidate }: Difference, hold: (one: number, other: number) => boolean): boolean =>
	typeof baseline === "number" && typeof candidate === "number" && hold(baseline, candidate);
export const isMore: When = (difference) => numbers(difference, (one, other) => other > one);
export const isSameSecond = (one: number, other: number) => Math.abs(one - other) <= 0.5 && Number.isInteger(one);
export const isTime = atIs(/(oldestDate|latestDate)$/);
/** Whether the contract has no such member of the input or the output of the operation. */
export const isUnmodelled: When = ({ probe, aspect, at = "" }) => {
	const { input, output } = operationShape(operationOf(probe));
	const steps = at.split(/[.[\]]+/).filter((step) => step !== "");
	return lacks(aspect === "body-value" ? input : output, steps);
};

/** The probes of errors, retries and connections are of this one. */
const operationOf = (probe: string): OperationName => probe.split("/").find(isOperationName) ?? "DescribeDomain";

function lacks(name: ShapeName | undefined, [step, ...rest]: readonly string[]): boolean {
	if (name === undefined) return true;
	if (step === undefined) return false;
	const found = shape(name);
	if (found.type === "list") return lacks(found.member, rest);
	return found.type !== "structure" || !Object.hasOwn(found.members, step) || lacks(found.members[step], rest);
}

export const isUnnamed = (name: Json | undefined): boolean =>
	typeof name === "string" && /^(\d{3}|Unknown|UnknownError|Error|)$/.test(name);
export const isFrom =
	(value: string): When =>
	({ baseline }) =>
		baseline === value;
export const isTo =
	(value: string): When =>
	({ candidate }) =>
		candidate === value;
export const isOfVoid: When = ({ probe }) => operationShape(operationOf(probe)).output === undefined;
export const isOfTime: When = ({ baseline, candidate }) => isDate(baseline) || isDate(candidate);
export const isOfSameText: When = ({ baseline, candidate }) =>
	typeof baseline !== "object" && String(baseline) === String(candidate);
/** Verdicts, the best first. */
const rank = ["pass", "warn", "unsupported", "skipped", "inconclusive", "error", "fail"];
export const fares: When = ({ baseline, candidate }) => rank.indexOf(String(candidate)) < rank.indexOf(String(baseline));
