import { type OperationName, operationNames, operationShape, structure } from "../../../specs/wire/contract.ts";
import { type Probe, unmodelled } from "../observation.ts";
import { full as fullSample, type Style, sample } from "../samples.ts";
import { answerBody, answered, minimalInput, someTime } from "./replies.ts";

const letters = 'é😀\u2028\u0000\u001f\ud800/"\\\u007f\uffff <b>';

const full: Style = { ...fullSample, time: someTime };

const styles: Readonly<Record<string, Style>> = {
	full,
	"full-and-false": { ...full, time: new Date(0), flag: false, integer: ({ min = 0 }) => min },
	"longest-values": {
		...full,
		text: ({ values, max = 300, pattern }) =>
			values?.at(-1) ?? (pattern === undefined ? "x".repeat(max) : "9".repeat(Math.min(max, 8))),
		integer: ({ max = Number.MAX_SAFE_INTEGER }) => max,
		items: ({ max = 50 }) => max,
		time: new Date(8_640_000_000_000),
	},
	"empty-values": { ...full, text: ({ values }) => values?.[0] ?? "", items: () => 0, time: new Date(1) },
	unicode: { ...full, text: ({ values }) => values?.[0] ?? letters, time: new Date(1326592619474) },
	"dates-before-1970": { ...full, time: new Date(-1500) },
	"dates-with-milliseconds": { ...full, time: new Date(1326592619474) },
	"invalid-dates": { ...full, time: new Date(Number.NaN) },
	"numbers-for-dates": { ...full, time: 1326592619.474 },
	"texts-for-dates": { ...full, time: "2012-01-15T01:56:59.474Z" },
	"numbers-for-texts": { ...full, text: () => 5 as never },
	"texts-for-numbers": { ...full, integer: () => "10" as never, flag: "yes" as never },
	"fractions-for-numbers": { ...full, integer: () => 1.5 },
	"no-numbers": { ...full, integer: () => Number.NaN },
	"null-in-lists": { ...full, items: () => 2, text: ({ values }) => values?.[0] ?? (null as never) },
};

type Changed = (input: object) => object;

const everywhere =
	(change: (of: object) => object) =>
	(value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(everywhere(change));
		if (typeof value !== "object" || value === null || value instanceof Date) return value;
		return change(Object.fromEntries(Object.entries(value).map(([member, of]) => [member, everywhere(change)(of)])));
	};

const changes: Readonly<Record<string, Changed>> = {
	nothing: () => ({}),
	"nulls-for-all": (input) => Object.fromEntries(Object.keys(input).map((member) => [member, null])),
	"undefined-for-all": (input) => Object.fromEntries(Object.keys(input).map((member) => [member, undefined])),
	"members-in-another-order": everywhere((of) => Object.fromEntries(Object.entries(of).reverse())) as Changed,
	"unknown-members": everywhere((of) => ({ ...of, [unmodelled]: { x: 1 } })) as Changed,
	"unknown-members-and-a-type": everywhere((of) => ({ ...of, __type: "x", [unmodelled]: { x: 1 } })) as Changed,
};

const hasTimes = (operation: OperationName): boolean =>
	Object.values(structure(operationShape(operation).input).members).includes("ExecutionTimeFilter");

/** Every operation with inputs of every kind, right and wrong: what arrives is compared. */
export const requestProbes: readonly Probe[] = operationNames.flatMap((operation) => {
	const { input } = operationShape(operation);
	const replies = [answered(answerBody(operation))];
	const of = (kind: string, value: unknown): Probe => ({
		id: `requests/${operation}/${kind}`,
		...{ operation, replies, input: value as object },
	});
	const wanted = Object.entries(styles).filter(([kind]) => hasTimes(operation) || !/date/.test(kind));
	return [
		of("minimal", minimalInput(operation)),
		...wanted.map(([kind, style]) => of(kind, sample(input, style))),
		...Object.entries(changes).map(([kind, change]) => of(kind, change(sample(input, full) as object))),
		{ ...of("path-of-the-endpoint", minimalInput(operation)), path: "/base/path" },
	];
});
