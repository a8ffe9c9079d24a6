import { type OperationName, operationNames } from "../../specs/wire/contract.ts";
import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import { registration } from "../scenario/fill.ts";
import { allSteps, type Fixture, type Scenario, type Step } from "../scenario/scenario.ts";
import { isServedByOneDomain } from "../targets/terms.ts";
import { sumOf, type Usage, usageOfRequest } from "./usage.ts";

/** How often each operation is called. */
export type Calls = Readonly<Partial<Record<OperationName, number>>>;

/** What cases will do, before any is played. */
export interface Estimate {
	/** Each request once: what waits asks again, which costs nothing. */
	readonly calls: Calls;
	/** At most. */
	readonly usage: Usage;
	/** Domains that are registered, by what makes cases share one. */
	readonly domains: readonly string[];
}

interface Request {
	readonly operation: OperationName;
	readonly input: JsonObject;
}

/**
 * What cases will do, the clearing up after them included.
 *
 * @param isDomainGiven whether the domain that serves most cases is there already
 */
export function estimate(cases: readonly Scenario[], isDomainGiven = false): Estimate {
	const each = cases.map(estimateCase);
	const wanted = new Set(each.flatMap((one) => one.domains));
	if (isDomainGiven) wanted.delete(oneForAll);
	const domains = [...wanted];
	const shared = domains.filter((key) => !key.startsWith(ownKey)).length;
	const once: Calls = { RegisterDomain: shared, DeprecateDomain: domains.length };
	return {
		calls: Object.fromEntries(
			operationNames.flatMap((name) => {
				const count = each.reduce((sum, { calls }) => sum + (calls[name] ?? 0), once[name] ?? 0);
				return count === 0 ? [] : [[name, count]];
			}),
		),
		usage: sumOf(each.map(({ usage }) => usage)),
		domains,
	};
}

function estimateCase({ id, fixtures, steps }: Scenario): Estimate {
	const inSteps = allSteps(steps).flatMap(requestsOf);
	const registered = fixtures
		.filter(({ kind }) => kind !== "domains")
		.map(({ kind }) => ({ operation: registration[kind], input: {} }));
	const usage = sumOf(inSteps.map(({ operation, input }) => usageOfRequest(operation, input)));
	const requests = [...registered, ...inSteps];
	const count = (name: OperationName) => requests.filter(({ operation }) => operation === name).length;
	const calls: Partial<Record<OperationName, number>> = Object.fromEntries(operationNames.map((name) => [name, count(name)]));
	const clearing = {
		GetWorkflowExecutionHistory: usage.executions,
		TerminateWorkflowExecution: usage.executions,
		DeprecateWorkflowType: count("RegisterWorkflowType"),
		DeleteWorkflowType: count("RegisterWorkflowType"),
		DeprecateActivityType: count("RegisterActivityType"),
		DeleteActivityType: count("RegisterActivityType"),
	} as const satisfies Calls;
	for (const [name, more] of Object.entries(clearing) as [keyof typeof clearing, number][])
		calls[name] = (calls[name] ?? 0) + more;
	return { calls, usage, domains: domainsOf(id, fixtures, inSteps) };
}

function requestsOf(step: Step): readonly Request[] {
	const poll: Request = { operation: "PollForDecisionTask", input: {} };
	switch (step.action) {
		case "operation":
			return [{ operation: step.operation, input: step.input }];
		case "send":
			return [{ operation: step.operation, input: "members" in step.body ? step.body.members : {} }];
		case "history":
			return [{ operation: "GetWorkflowExecutionHistory", input: {} }];
		case "decisionTask":
			return [poll];
		case "activityTask":
			return [{ operation: "PollForActivityTask", input: {} }];
		case "decide": {
			const answer = isJsonObject(step.members) ? { decisions: step.decisions, ...step.members } : { decisions: step.decisions };
			return [...("held" in step.task ? [] : [poll]), { operation: "RespondDecisionTaskCompleted", input: answer }];
		}
		case "elapse":
		case "together":
			return [];
	}
}

/** The key of the run's own domain. */
const oneForAll = "";
/** What begins the key of a domain that a case registers in its steps. */
const ownKey = "in ";

/** One for the cases that the run's own domain, or the given one, serves, one for each other wish, and those that a case registers itself. */
function domainsOf(id: string, fixtures: readonly Fixture[], requests: readonly Request[]): readonly string[] {
	return [
		...fixtures
			.filter(({ kind }) => kind === "domains")
			.map((each) => (isServedByOneDomain(each) ? oneForAll : JSON.stringify([each.name, each.members]))),
		...requests.flatMap(({ operation, input }) =>
			operation === "RegisterDomain" ? [`${ownKey}${id} ${JSON.stringify(input["name"])}`] : [],
		),
	];
}
