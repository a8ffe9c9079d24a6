import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { Filling, Part, Seen } from "./recipe.ts";

/** Remembers what answers brought and finds it in later requests: tokens and runIds are other ones each time. */
export interface Bindings {
	/** Turns a value of a request into one that is filled in anew. */
	fill(value: Json): Filling;
	/** Takes in what a call was answered. */
	answered(call: number, answer: Json): void;
}

/** Shorter texts might be the same by chance; they are only found under the name that they came under. */
const shortestId = 16;
/** Numbers from here on are times. */
const earliestTime = 1e9;

interface Source extends Omit<Seen, "kind"> {
	readonly member: string;
}

/** @param runToken what all unique names of the recorded case contain, if it was found */
export function createBindings(runToken: string | undefined): Bindings {
	const sources = new Map<string | number, Source>();
	const sent = new Set<Json>();
	const isOurs = (text: string) => sent.has(text) || (runToken !== undefined && text.includes(runToken));

	const whole = (value: string | number, member: string): Seen | undefined => {
		const source = sources.get(value);
		const isIt =
			source !== undefined && (typeof value === "number" || value.length >= shortestId || isAlike(source.member, member));
		return isIt ? { kind: "seen", call: source.call, path: source.path } : undefined;
	};

	/** Longest first, so that a token is not taken apart because it contains another. */
	const embedded = (text: string): readonly Part[] => {
		const found = [...sources]
			.filter(([value]) => typeof value === "string" && value.length >= shortestId && text.includes(value))
			.map(([value, { call, path }]) => ({ value: String(value), part: { kind: "seen" as const, call, path } }))
			.sort((one, other) => other.value.length - one.value.length);
		const tokens = runToken === undefined ? [] : [{ value: runToken, part: { kind: "unique" as const } }];
		return [...found, ...tokens].reduce<readonly Part[]>(
			(parts, { value, part }) => parts.flatMap((each) => (each.kind === "literal" ? splitBy(each.text, value, part) : [each])),
			[{ kind: "literal", text }],
		);
	};

	const fill = (value: Json, member: string): Filling => {
		if (typeof value === "string") {
			const seen = whole(value, member);
			sent.add(value);
			return { kind: "text", parts: seen === undefined ? embedded(value) : [seen] };
		}
		if (typeof value === "number") {
			const seen = value > earliestTime ? whole(value, member) : undefined;
			return seen === undefined ? { kind: "plain", value } : { kind: "text", parts: [seen] };
		}
		if (Array.isArray(value)) return { kind: "list", items: (value as readonly Json[]).map((item) => fill(item, member)) };
		if (!isJsonObject(value)) return { kind: "plain", value: value as null | boolean };
		return { kind: "members", members: Object.entries(value).map(([name, inner]) => [name, fill(inner, name)]) };
	};

	return {
		fill: (value) => fill(value, ""),
		answered(call, answer) {
			const shallowFirst = leavesOf(answer).sort((one, other) => one.path.length - other.path.length);
			for (const { path, member, value } of shallowFirst) {
				const isMade = typeof value === "number" ? value > earliestTime : value !== "" && !isOurs(value);
				if (isMade && !sources.has(value)) sources.set(value, { call, path, member });
			}
		},
	};
}

/** `newExecutionRunId` is a runId too. */
const isAlike = (one: string, other: string): boolean => {
	const [left, right] = [one.toLowerCase(), other.toLowerCase()];
	return left !== "" && right !== "" && (left.endsWith(right) || right.endsWith(left));
};

function splitBy(text: string, value: string, part: Part): readonly Part[] {
	return text
		.split(value)
		.flatMap((piece, index): readonly Part[] => [
			...(index === 0 ? [] : [part]),
			...(piece === "" ? [] : [{ kind: "literal" as const, text: piece }]),
		]);
}

interface Leaf {
	readonly path: readonly (string | number)[];
	readonly member: string;
	readonly value: string | number;
}

const deepest = 64;

function leavesOf(value: Json, path: readonly (string | number)[] = [], member = ""): Leaf[] {
	if (typeof value === "string" || typeof value === "number") return [{ path, member, value }];
	if (path.length > deepest) return [];
	if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item, index) => leavesOf(item, [...path, index], member));
	if (!isJsonObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name], name));
}
