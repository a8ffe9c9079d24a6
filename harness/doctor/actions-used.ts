import { decisionTypes, type OperationName } from "../../specs/wire/contract.ts";
import type { DecisionType } from "../../specs/wire/decision.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { registration } from "../scenario/fill.ts";
import { allSteps, type Scenario, type Step } from "../scenario/scenario.ts";

/** What IAM can allow or deny: calls, and the decisions of a decider. */
export type Action = OperationName | DecisionType;

/** What the kit calls itself: to see whether the target answers, to read histories at the end of a case and to clear up behind it. */
const ownActions: readonly OperationName[] = [
	"ListDomains",
	"GetWorkflowExecutionHistory",
	"TerminateWorkflowExecution",
	"DeprecateActivityType",
	"DeprecateWorkflowType",
	"DeleteActivityType",
	"DeleteWorkflowType",
];

/**
 * Every action that playing these cases takes, in alphabetical order.
 *
 * @param givenDomain whether they are played in a domain that is there already
 */
export function actionsUsed(cases: readonly Scenario[], givenDomain: boolean): readonly Action[] {
	const aboutTheDomain = givenDomain ? (["DescribeDomain"] as const) : (["RegisterDomain", "DeprecateDomain"] as const);
	const used = new Set<Action>([...ownActions, ...aboutTheDomain]);
	for (const { fixtures, steps } of cases) {
		for (const { kind } of fixtures) if (kind !== "domains") used.add(registration[kind]);
		for (const action of allSteps(steps).flatMap(actionsOf)) used.add(action);
	}
	return [...used].sort();
}

/** The actions that one step takes. */
export function actionsOf(step: Step): readonly Action[] {
	switch (step.action) {
		case "operation":
			return [step.operation, ...decisionsIn(step.input)];
		case "send":
			return [step.operation, ...("members" in step.body ? decisionsIn(step.body.members) : [])];
		case "history":
			return ["GetWorkflowExecutionHistory"];
		case "decisionTask":
			return ["PollForDecisionTask"];
		case "activityTask":
			return ["PollForActivityTask"];
		case "decide":
			return [
				"PollForDecisionTask",
				"RespondDecisionTaskCompleted",
				...decisionsIn(step.decisions),
				...decisionsIn(step.members),
			];
		case "elapse":
		case "together":
			return [];
	}
}

const isDecisionType = (value: Json | undefined): value is DecisionType => decisionTypes.some((type) => type === value);

/** The types of the decisions anywhere in a value. */
function decisionsIn(value: Json): readonly DecisionType[] {
	if (Array.isArray(value)) return (value as readonly Json[]).flatMap(decisionsIn);
	if (!isJsonObject(value)) return [];
	const { decisionType } = value;
	return [...(isDecisionType(decisionType) ? [decisionType] : []), ...Object.values(value).flatMap(decisionsIn)];
}
