import { activityCancellationMutants } from "./activity-cancellation.ts";
import { cancelRequestMutants } from "./cancel-requests.ts";
import { childPolicyMutants } from "./child-policies.ts";
import { contractMutants } from "./contract.ts";
import { missingRunIdMutants } from "./missing-run-id.ts";
import type { Mutant } from "./mutant.ts";
import { signalMutants } from "./signals.ts";
import { terminationMutants } from "./termination.ts";

/** Every mutant of the model, each with the scenarios that must notice it. */
export const mutants: readonly Mutant[] = [
	...terminationMutants,
	...childPolicyMutants,
	...missingRunIdMutants,
	...activityCancellationMutants,
	...cancelRequestMutants,
	...signalMutants,
	...contractMutants,
];
