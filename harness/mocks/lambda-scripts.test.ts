import { expect, test } from "vitest";
import type { LambdaResult } from "../../specs/model/model.ts";
import { type LambdaScript, playLambda } from "./lambda-scripts.ts";

const failed = (reason: string, details: string): LambdaResult => ({ kind: "failed", reason, details });

test.each<[string, LambdaScript, LambdaResult]>([
	["returns what it is told to, as JSON text", { result: { total: 3 } }, { kind: "completed", result: `{"total":3}` }],
	["returns null when it is told nothing", {}, { kind: "completed", result: "null" }],
	["takes its time", { result: "x", seconds: 2 }, { kind: "completed", result: `"x"`, seconds: 2 }],
	["throws", { handledError: { errorMessage: "no" } }, failed("Handled", `{"errorMessage":"no"}`)],
	["dies", { unhandledError: "out of memory" }, failed("Unhandled", `"out of memory"`)],
	["never ends", { timeout: true }, { kind: "silent" }],
	["is not there", { notFound: true }, failed("ResourceNotFoundException", "")],
])("a function that %s", (_title, script, result) => {
	expect(playLambda({ f: script })("f", "{}")).toEqual(result);
});

test("a function can be named by its ARN", () => {
	const completed = { kind: "completed", result: "1" };
	expect(playLambda({ f: { result: 1 } })("arn:aws:lambda:us-east-1:1:function:f:live", "{}")).toEqual(completed);
});

test("a function without a script is not there, unless one stands for all", () => {
	expect(playLambda({ f: {} })("toString", "{}")).toEqual(failed("ResourceNotFoundException", ""));
	expect(playLambda({ "*": { result: 1 } })("g", "{}")).toEqual({ kind: "completed", result: "1" });
});
