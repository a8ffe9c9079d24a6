import type { Probe } from "../observation.ts";
import { answerProbes } from "./answers.ts";
import { connectionProbes } from "./connections.ts";
import { faultProbes } from "./faults.ts";
import { requestProbes } from "./requests.ts";
import { retryProbes } from "./retries.ts";

/** Everything that is tried with both builds, in this order. */
export const probes: readonly Probe[] = [...requestProbes, ...answerProbes, ...faultProbes, ...retryProbes, ...connectionProbes];
