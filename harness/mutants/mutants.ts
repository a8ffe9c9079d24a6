import { activityCancellationMutants } from "./activity-cancellation.ts";
import { cancelRequestMutants } from "./cancel-requests.ts";
import { childPolicyMutants } from "./child-policies.ts";
import { contractMutants } from "./contract.ts";
import { decisionTaskMutants } from "./decision-tasks.ts";
import { missingRunIdMutants } from "./missing-run-id.ts";
import type { Mutant } from "./mutant.ts";
import { otherExecutionMutants } from "./other-executions.ts";
import { registrationMutants } from "./registration.ts";
import { signalMutants } from "./signals.ts";
import { startingMutants } from "./starting.ts";
import { taskMutants } from "./tasks.ts";
import { terminationMutants } from "./termination.ts";
import { wireMutants } from "./wire.ts";

/** Every mutant of the model, each with the scenarios that must notice it. */
export const mutants: readonly Mutant[] = [
	...terminationMutants,
	...childPolicyMutants,
	...missingRunIdMutants,
	...activityCancellationMutants,
	...cancelRequestMutants,
	...signalMutants,
	...contractMutants,
	...registrationMutants,
	...startingMutants,
	...decisionTaskMutants,
	...taskMutants,
	...otherExecutionMutants,
	...wireMutants,
];
