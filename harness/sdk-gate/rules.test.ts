import { describe, expect, test } from "vitest";
import type { Json } from "../../specs/wire/json.ts";
import type { Aspect } from "./difference.ts";
import { type Effect, type Rule, type RuleName, ruleNames, ruleOf, rules } from "./rules.ts";

const table: Readonly<Record<RuleName, Rule>> = rules;

/** A difference, the rule that decides about it and what that means. */
type Row = readonly [
	rule: RuleName,
	effect: Effect,
	aspect: Aspect,
	baseline: Json | undefined,
	candidate: Json | undefined,
	at?: string | undefined,
	probe?: string,
];

const times = "startTimeFilter.oldestDate";
const list = "requests/ListOpenWorkflowExecutions/x";
const rows: readonly Row[] = [
	["operation-added", "harmless", "operation", false, true],
	["operation-removed", "breaking", "operation", true, false],
	["header-added", "changed", "header", undefined, "1", "x-new"],
	["header-removed", "breaking", "header", "1", undefined, "x-old"],
	["request-times-with-milliseconds", "changed", "body-value", 1326592619, 1326592619.474, times, list],
	["request-times-in-whole-seconds", "breaking", "body-value", 1326592619.474, 1326592619, times, list],
	["other-request-value", "breaking", "body-value", 1326592619, 1326592621.5, times, list],
	["other-request-value", "breaking", "body-value", "1326592619", 1326592619.474, times, list],
	["unknown-input-members-dropped", "changed", "body-value", { x: 1 }, undefined, "tags[0].new", "requests/RegisterDomain/x"],
	[
		"unknown-output-members-kept",
		"changed",
		"output",
		undefined,
		"T",
		"events[3].__type",
		"answers/GetWorkflowExecutionHistory/x",
	],
	["unknown-output-members-of-another-value", "changed", "output", 1, 2, "domainInfo.name.x"],
	["null-items-kept", "breaking", "output", 0, 2, "events[null]", "answers/GetWorkflowExecutionHistory/x"],
	["null-items-dropped", "changed", "output", 2, 0, "events[null]", "answers/PollForDecisionTask/x"],
	["times-read-otherwise", "breaking", "output", { $date: "invalid" }, 5, "domainInfo.name"],
	["other-type-of-value", "breaking", "output", "5", 5, "domainInfo.name"],
	["other-output", "breaking", "output", "5", 6, "domainInfo.name"],
	["other-output", "breaking", "output", true, undefined, "truncated", "answers/CountPendingDecisionTasks/x"],
	["answers-of-void-operations-kept", "changed", "output", undefined, "m", "message", "answers/RegisterDomain/html"],
	["unknown-output-members-kept", "changed", "output", undefined, "m", "message", "answers/DescribeDomain/html"],
	["fault-code-precedence", "breaking", "error-name", "A", "B", undefined, "faults/conflict-of-all"],
	["fault-named-otherwise", "breaking", "error-name", "A", "B", undefined, "faults/bare"],
	["unnamed-errors-named-otherwise", "changed", "error-name", "400", "Unknown"],
	["fault-named-otherwise", "breaking", "error-name", "Unknown", "A"],
	["fault-has-a-class", "harmless", "error-class", "SWFServiceException", "UnknownResourceFault"],
	["fault-of-another-class", "breaking", "error-class", "UnknownResourceFault", "SWFServiceException"],
	["no-service-exception", "breaking", "error-is-service-exception", true, false],
	["service-exception-now", "changed", "error-is-service-exception", false, true],
	["clock-skew-retried-more", "changed", "attempts", 2, 3, undefined, "retries/clock-skew/RequestExpired/ahead"],
	["retries-used-up-sooner", "changed", "attempts", 110, 95, undefined, "retries/quota/crashed"],
	["retries-last-longer", "changed", "attempts", 95, 110, undefined, "retries/quota/crashed"],
	["retried-less", "breaking", "attempts", 3, 1],
	["retried-more", "changed", "attempts", 1, 3],
	["retry-after-heeded", "changed", "waits", [100], [1000], undefined, "retries/retry-after/seconds"],
	["other-backoff", "changed", "waits", [100], [50]],
	["waits-before-failing", "changed", "waits-before-failure", 0, 50],
	["fails-at-once", "changed", "waits-before-failure", 50, 0],
	["signature-invalid", "breaking", "signature", "valid", "InvalidSignatureException: m"],
	["signature-valid-now", "harmless", "signature", "InvalidSignatureException: m", "valid"],
	["signature-wrong-otherwise", "changed", "signature", "a", "b"],
	["case-fares-better", "harmless", "verdict", "unsupported", "pass"],
	["case-fares-worse", "breaking", "verdict", "pass", "inconclusive"],
	["metadata-added", "harmless", "metadata", undefined, 400, "status"],
	["metadata-lost", "breaking", "metadata", 400, undefined, "status"],
];

describe("the rules", () => {
	test("end for each aspect with one that is about all the rest, so that none after it is in vain", () => {
		const aspects = [...new Set(ruleNames.map((name) => table[name].aspect))];
		for (const aspect of aspects) {
			const of = ruleNames.filter((name) => table[name].aspect === aspect);
			const forAll = of.findIndex((name) => table[name].when === undefined);
			expect([aspect, forAll]).toEqual([aspect, of.length - 1]);
		}
	});

	test.each(
		rows.map(([rule, effect, aspect, baseline, candidate, at, probe = "requests/X/y"]) => ({
			...{ rule, effect, aspect, baseline, candidate, at, probe },
		})),
	)(
		"$rule, which is $effect, decides about $aspect of $baseline and $candidate",
		({ rule, effect, probe, aspect, ...values }) => {
			const { baseline, candidate, at } = values;
			const difference = {
				...{ probe, aspect },
				...(baseline === undefined ? {} : { baseline }),
				...(candidate === undefined ? {} : { candidate }),
				...(at === undefined ? {} : { at }),
			};
			expect([ruleOf(difference), table[ruleOf(difference)].effect]).toEqual([rule, effect]);
		},
	);
});
