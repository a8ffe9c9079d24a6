import fc from "fast-check";
import { expect, test } from "vitest";
import { type OperationName, operationNames, operationShape, structure } from "../wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../wire/json.ts";
import { boundTo } from "./pages.ts";
import { samples } from "./provocations/samples.ts";
import { rehearse } from "./rehearsal.ts";
import { seal } from "./tokens.ts";

const hostileText = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.constantFrom("", "NONE", "-1", "0", "99999999", "__proto__", "arn", "constructor", "\ud800", "$", "%00"),
	fc.jsonValue().map((content) => seal("task", content as readonly Json[])),
	fc.jsonValue().map((content) => Buffer.from(JSON.stringify(content)).toString("base64")),
);
const hostileValue: fc.Arbitrary<Json> = fc.oneof(
	hostileText,
	fc.jsonValue() as fc.Arbitrary<Json>,
	fc.constantFrom<Json>(null, -1, 0, 1.5, 2 ** 53, 1e308, [], {}, { toString: null }, [[]]),
);

/** The paths of all members of a JSON value, itself first. */
function* paths(json: Json, path: readonly string[] = []): Generator<readonly string[]> {
	yield path;
	if (typeof json === "object" && json !== null) {
		for (const [member, value] of Object.entries(json)) yield* paths(value as Json, [...path, member]);
	}
}

/** The value with something else at a path. */
function altered(json: Json, [member, ...rest]: readonly string[], value: Json): Json {
	if (member === undefined) return value;
	const given: Record<string, Json> = isJsonObject(json) ? { ...json } : Object.fromEntries(Object.entries(json ?? {}));
	const result = { ...given, [member]: altered(given[member] ?? null, rest, value) };
	return Array.isArray(json) ? Object.values(result) : result;
}

/** Members that samples leave out, where the operation has them: they are altered too. */
const optional: Readonly<Record<string, Json>> = {
	decisions: [
		{ decisionType: "StartTimer", startTimerDecisionAttributes: { timerId: "t", startToFireTimeout: "5" } },
		{ decisionType: "RecordMarker", recordMarkerDecisionAttributes: { markerName: "m", details: "d" } },
	],
	maximumPageSize: 1,
	nextPageToken: "",
	tagList: ["t"],
	tags: [{ key: "k", value: "v" }],
	taskPriority: "1",
};

function fullInput(operation: OperationName, sample: object): JsonObject {
	const { members } = structure(operationShape(operation).input);
	return { ...Object.fromEntries(Object.entries(optional).filter(([member]) => member in members)), ...sample };
}

/** A failure tells its seed; `MODEL_SEED` sends the same again. */
const seed = process.env["MODEL_SEED"];

test("whatever a caller sends is answered or refused with a fault that has a name", () => {
	const anyCall = fc.record({
		operation: fc.constantFrom(...operationNames),
		place: fc.nat(),
		value: hostileValue,
		content: fc.jsonValue(),
	});
	fc.assert(
		fc.property(anyCall, ({ operation, place, value, content }) => {
			const play = rehearse();
			const input = fullInput(operation, samples[operation](play));
			const places = [...paths(input)];
			const path = places[place % places.length] ?? [];
			// A page token that is sealed right, with whatever in it.
			const forged = seal(boundTo(operation, input), content as readonly Json[]);
			const outcome = play.call(operation, altered(input, path, path[0] === "nextPageToken" ? forged : value));
			const known = [...operationShape(operation).faults, "ValidationException", "SerializationException"];
			if (outcome.kind === "fault") expect(known).toContain(outcome.fault.type);
			play.elapse(1);
		}),
		{ ...(seed === undefined ? {} : { seed: Number(seed) }), numRuns: Number(process.env["MODEL_RUNS"] ?? 2000) },
	);
});
