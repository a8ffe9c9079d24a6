import { describe, expect, test } from "vitest";
import type { Json } from "../wire/json.ts";
import { provocations } from "./provocations/provocations.ts";
import { everything, type Provocation, seenIn, seenInValue } from "./provocations/seen.ts";
import { rehearse } from "./rehearsal.ts";

const programs = [...provocations].flatMap(([name, given]) => (typeof given === "string" ? [] : [[name, given] as const]));
const reasons = [...provocations].flatMap(([name, given]) => (typeof given === "string" ? [`${name}: ${given}`] : []));

/** What the calls of a program, and the histories that they lead to, show. */
function shown(given: Exclude<Provocation, string>): ReadonlySet<string> {
	const { settings, play } = typeof given === "function" ? { settings: {}, play: given } : given;
	const seen = new Set<string>();
	const driver = rehearse(settings, (operation, input, outcome) => {
		const ended = outcome.kind === "fault" ? ({ kind: "fault", type: outcome.fault.type } as const) : outcome;
		for (const name of seenIn(operation, input, ended)) seen.add(name);
	});
	play(driver);
	for (const { history } of driver.model().executions.values()) {
		const events = history.toArray() as unknown as Json;
		for (const name of seenInValue("HistoryEventList", events)) seen.add(name);
	}
	return seen;
}

describe("what the contract lets a client see", () => {
	test("has a program each, or a reason why there is none", () => {
		expect([...provocations.keys()].sort()).toEqual([...everything()].sort());
	});

	test.each(programs)("is seen: %s", (name, given) => {
		expect(shown(given)).toContain(name);
	});

	test("cannot be provoked for these reasons only", () => {
		expect(reasons).toMatchInlineSnapshot(`
			[
			  "fault ListTagsForResource LimitExceededFault: no source tells a limit of tags that is not TooManyTagsFault",
			  "fault PollForActivityTask LimitExceededFault: who serves the model holds the polls that wait, and counts them",
			  "fault PollForDecisionTask LimitExceededFault: who serves the model holds the polls that wait, and counts them",
			  "fault TagResource LimitExceededFault: no source tells a limit of tags that is not TooManyTagsFault",
			  "fault UntagResource LimitExceededFault: no source tells a limit of tags that is not TooManyTagsFault",
			  "value ScheduleLambdaFunctionFailedEventAttributes.cause ID_ALREADY_IN_USE: the live service was measured to take an id that was used before",
			]
		`);
	});
});
