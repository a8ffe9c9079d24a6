import type { Finding } from "../../reports/report.ts";
import { allSteps, type Expectation, type Step } from "../scenario/scenario.ts";
import type { Call, Showing } from "./recipe.ts";
import { jsonOf, type RecordedCase } from "./recorded-case.ts";

/** A call with its place in the record. */
export interface PlacedCall {
	readonly call: Call;
	readonly position: number;
}

/** Findings beyond these are told by the report. */
const most = 10;

/**
 * What is told at the end: the findings, the binding ones first; where there are none, what the scenario expects, beside what was recorded.
 */
export function showingsOf(recorded: RecordedCase, calls: readonly PlacedCall[]): readonly Showing[] {
	const { findings } = recorded.one;
	const binding = [...findings].sort((one, other) => strength.indexOf(one.level) - strength.indexOf(other.level));
	const shown = binding.length > 0 ? binding.flatMap((finding) => showing(finding, calls)) : expected(recorded, calls);
	return shown.slice(0, most);
}

const strength = ["MUST", "SHOULD", "MAY"];

function showing(finding: Finding, calls: readonly PlacedCall[]): readonly Showing[] {
	const { step = "", level, clause, message, at, expected: wanted, observed, exchanges = [] } = finding;
	const last =
		calls.findLast(({ position }) => exchanges.includes(position)) ??
		calls.findLast(({ call }) => call.step === step) ??
		calls.at(-1);
	if (last === undefined) return [];
	return [
		{
			...{ call: last.call.number, step: last.call.step, level, clause, message },
			path: at === undefined ? [] : at.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
			...(wanted === undefined ? {} : { expected: wanted }),
			...(observed === undefined ? {} : { recorded: observed }),
		},
	];
}

/** Nothing was found: what was expected is what was seen, and shows beside what another target answers. */
function expected({ scenario, one }: RecordedCase, calls: readonly PlacedCall[]): readonly Showing[] {
	const explicit = allSteps(scenario?.steps ?? []).flatMap((step) => {
		const last = calls.findLast(({ call }) => call.step === step.path);
		if (last === undefined) return [];
		return step.expectations.filter(({ implied }) => !implied).map((expectation) => ofExpectation(step, expectation, last));
	});
	return explicit;

	function ofExpectation(step: Step, { rule, level, clause }: Expectation, { call, position }: PlacedCall): Showing {
		const { kind, ...what } = rule;
		const response = one.exchanges[position]?.response;
		const recorded = jsonOf(response?.body);
		return {
			...{ call: call.number, step: step.path, level, clause, message: `expects ${kind}`, path: [] },
			// What a rule is made of is JSON, as the scenario wrote it.
			expected: JSON.parse(JSON.stringify(what)),
			...(recorded === undefined ? {} : { recorded }),
		};
	}
}
