import { expect, test } from "vitest";
import type { Json } from "../../specs/wire/json.ts";
import { createBindings } from "./bind-values.ts";
import { jqOf } from "./shell.ts";

const runToken = "0a1b2c3d4e";
const runId = "22te2DEqgmU4VnBuH2bkEfQqfFOgnT";
/** A request after these answers, as an expression that tells what it takes from where. */
function filled(answers: readonly Json[], request: Json): string {
	const bindings = createBindings(runToken);
	for (const [index, answer] of answers.entries()) bindings.answered(index + 1, answer);
	return jqOf(bindings.fill(request));
}

test("a value that an answer brought is taken from the answer", () => {
	expect(filled([{ runId }], { runId })).toBe('{"runId": ($a1[0] | seen(["runId"]))}');
	expect(filled([{ events: [{ at: { runId } }] }], [runId])).toBe('[($a1[0] | seen(["events",0,"at","runId"]))]');
});

test("the first answer that brought it counts, and of that the place nearest to its root", () => {
	expect(filled([{}, { deep: { runId }, runId }, { runId }], runId)).toBe('($a2[0] | seen(["runId"]))');
});

test("a token within a longer text is taken from the answer too, and the rest stays", () => {
	expect(filled([{ taskToken: runId }], `x${runId}y`)).toBe(String.raw`"x\(($a1[0] | seen(["taskToken"])))y"`);
});

test("a token that contains another is not taken apart", () => {
	expect(filled([{ runId }, { taskToken: `${runId}+more` }], `${runId}+more!`)).toBe(
		String.raw`"\(($a2[0] | seen(["taskToken"])))!"`,
	);
});

test("what makes a name unique is made anew wherever it stands", () => {
	expect(filled([], `run-${runToken}-1`)).toBe(String.raw`"run-\($unique)-1"`);
});

test("a short value is taken from an answer only under the name that it came under", () => {
	expect(filled([{ runId: "1" }], { runId: "1", version: "1" })).toBe('{"runId": ($a1[0] | seen(["runId"])), "version": "1"}');
	expect(filled([{ newExecutionRunId: "r" }], { runId: "r" })).toBe('{"runId": ($a1[0] | seen(["newExecutionRunId"]))}');
});

test("what an answer only repeats is sent as it was, since we made it", () => {
	const bindings = createBindings(runToken);
	const input = "an input of our own making";
	bindings.fill({ input });
	bindings.answered(1, { input, taskList: `list-${runToken}-1` });
	expect(jqOf(bindings.fill([input, `list-${runToken}-1`]))).toBe(
		String.raw`["an input of our own making", "list-\($unique)-1"]`,
	);
});

test("times come from answers, other numbers stay", () => {
	expect(filled([{ startTimestamp: 1_700_000_000.5, count: 5 }], { oldestDate: 1_700_000_000.5, maximumPageSize: 5 })).toBe(
		'{"oldestDate": ($a1[0] | seen(["startTimestamp"])), "maximumPageSize": 5}',
	);
});

test("an answer that is nested deeply does no harm", () => {
	const deep = JSON.parse(`${'{"a":'.repeat(5_000)}"${runId}"${"}".repeat(5_000)}`) as Json;
	expect(filled([deep], runId)).toBe(`"${runId}"`);
});
