/**
 * `swf-conformance/model`: SWF as a function, without clock, network or chance.
 *
 * `dispatch` carries out a call, `advance` does what has fallen due, `nextDeadline` tells when there is something to do.
 */
import type { Policy, Principal } from "./model/access/policy.ts";
import { advance, nextDeadline } from "./model/advance.ts";
import { foldHistory } from "./model/apply-event.ts";
import { type Caller, type Dispatched, dispatch } from "./model/dispatch.ts";
import type { Execution } from "./model/execution.ts";
import { type Ids, seededIds } from "./model/ids.ts";
import { type Instant, instant, secondsAfter } from "./model/instant.ts";
import { defaultLimits, type Limits } from "./model/limits.ts";
import { emptyModel, type Model, type ModelSettings } from "./model/model.ts";
import type { Fault, Outcome } from "./model/outcome.ts";
import { documentedRates, type Rates } from "./model/rates/rates.ts";
import type { OperationName } from "./wire/contract.ts";
import type { HistoryEvent } from "./wire/history-event.ts";
import type { Json, JsonObject } from "./wire/json.ts";

export type {
	Caller,
	Dispatched,
	Execution,
	Fault,
	HistoryEvent,
	Ids,
	Instant,
	Json,
	JsonObject,
	Limits,
	Model,
	ModelSettings,
	OperationName,
	Outcome,
	Policy,
	Principal,
	Rates,
};
export {
	advance,
	defaultLimits,
	dispatch,
	documentedRates,
	emptyModel,
	foldHistory,
	instant,
	nextDeadline,
	secondsAfter,
	seededIds,
};
