import type { OperationName } from "../../specs/wire/contract.ts";
import { allSteps, type Scenario, type Step } from "../scenario/scenario.ts";
import { isServedByOneDomain } from "../targets/terms.ts";

/** What changes domains, of which an account has 100 for good. */
const makesDomains: readonly OperationName[] = ["RegisterDomain", "DeprecateDomain", "UndeprecateDomain"];
/** What changes a domain that others may use too. */
const marksDomains: readonly OperationName[] = ["TagResource", "UntagResource"];

const calls = (step: Step, operations: readonly OperationName[]) =>
	(step.action === "operation" || step.action === "send") && operations.includes(step.operation);

const saysHowItIsRegistered = (step: Step) =>
	calls(step, ["DescribeDomain"]) && step.expectations.some(({ rule, implied }) => rule.kind === "answer" && !implied);

/**
 * Why a case cannot be played in the one domain of a run.
 *
 * @param given whether somebody gave the domain, so that it is not the run's to change
 * @param ownDomains whether domains may be registered besides
 */
export function domainRefusal({ fixtures, steps }: Scenario, given: boolean, ownDomains: boolean): string | undefined {
	const every = allSteps(steps);
	const wantsMore = fixtures.some((fixture) => fixture.kind === "domains" && !isServedByOneDomain(fixture));
	if (!ownDomains && (wantsMore || every.some((step) => calls(step, makesDomains))))
		return "it needs domains of its own, which stay in the account for good; --own-domains lets it have them";
	if (given && every.some((step) => calls(step, marksDomains) || saysHowItIsRegistered(step)))
		return "it changes the domain, or tells how it was registered; the one that --domain names is not the run's own";
	return undefined;
}
