import { type Seen, seenIn, seenInValue } from "../../specs/model/provocations/seen.ts";
import { isOperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import type { Evidence, Exchange } from "../evidence.ts";

/** What the kit does around a case on its own account. */
const ownSteps: readonly string[] = ["clearing", "fixture", "history"];

/** For each thing of the contract that was seen in a run, the ids of the cases that provoked it. */
export function provokedBy(evidence: readonly Evidence[]): ReadonlyMap<string, readonly string[]> {
	const cases = new Map<string, string[]>();
	for (const each of evidence) {
		for (const name of new Set(seenInCase(each))) {
			const known = cases.get(name);
			if (known === undefined) cases.set(name, [each.id]);
			else known.push(each.id);
		}
	}
	return cases;
}

function* seenInCase({ exchanges, histories }: Evidence): Generator<string> {
	for (const { step, operation, input, outcome } of exchanges) {
		const ended = endOf(outcome);
		if (ended !== undefined && !ownSteps.includes(step) && isOperationName(operation)) yield* seenIn(operation, input, ended);
	}
	for (const { events } of histories) yield* seenInValue("HistoryEventList", events as Json);
}

function endOf(outcome: Exchange["outcome"]): Seen | undefined {
	if (outcome.kind !== "answer" && outcome.kind !== "fault") return undefined;
	// The fault's name alone counts, whatever namespace it came with.
	return outcome.kind === "fault" ? { kind: "fault", type: outcome.type.replace(/^.*#/, "") } : outcome;
}
