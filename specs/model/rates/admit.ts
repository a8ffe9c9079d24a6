import type { OperationName } from "../../wire/contract.ts";
import { isJsonObject, type Json } from "../../wire/json.ts";
import type { Value } from "../../wire/value.ts";
import type { Execution } from "../execution.ts";
import type { Instant } from "../instant.ts";
import { type Model, typeKey } from "../model.ts";
import { readTaskToken } from "../tokens.ts";
import { type Bucket, limitedDecisions } from "./rates.ts";

/** What is left in a bucket, in thousandths, at a moment. */
export interface Level {
	readonly left: number;
	readonly at: Instant;
}

/** Takes one out of each bucket; nothing when one of them is empty. */
type Withdrawal = readonly (readonly [key: string, bucket: Bucket | undefined])[];

function withdraw(model: Model, withdrawal: Withdrawal, now: Instant): Model | undefined {
	let { buckets } = model;
	for (const [key, bucket] of withdrawal) {
		if (bucket === undefined) continue;
		const level = buckets.get(key);
		const full = bucket.size * 1000;
		const left = level === undefined ? full : Math.min(full, level.left + (now - level.at) * bucket.refill);
		if (left < 1000) return undefined;
		buckets = buckets.set(key, { left: left - 1000, at: now });
	}
	return buckets === model.buckets ? model : { ...model, buckets };
}

/** The model with a call counted, or nothing when there were too many of its kind. */
export function admitCall(model: Model, operation: OperationName, input: Json, now: Instant): Model | undefined {
	const { rates } = model.settings;
	if (rates === undefined) return model;
	const about = rates.callsPerExecution[operation] === undefined ? undefined : executionIn(input);
	return withdraw(
		model,
		[
			[operation, rates.calls[operation]],
			...(about === undefined ? [] : [[JSON.stringify([operation, about]), rates.callsPerExecution[operation]] as const]),
		],
		now,
	);
}

/** What tells the execution that a call is about from others; malformed input is refused later. */
function executionIn(input: Json): Json | undefined {
	if (!isJsonObject(input)) return undefined;
	const { domain, workflowId, execution, taskToken } = input;
	if (typeof taskToken === "string") return readTaskToken("activity", taskToken)?.runId;
	const named = isJsonObject(execution) ? [execution["workflowId"], execution["runId"]] : [workflowId];
	return typeof domain === "string" ? [domain, ...named.filter((part) => typeof part === "string")] : undefined;
}

type LimitedDecision = (typeof limitedDecisions)[number];
const isLimited = (type: string): type is LimitedDecision => (limitedDecisions as readonly string[]).includes(type);

/** The model with a decision counted, or nothing when there were too many of its type. */
export function admitDecision(
	model: Model,
	{ key: { domain } }: Execution,
	decision: Value<"Decision">,
	now: Instant,
): Model | undefined {
	const { rates } = model.settings;
	const { decisionType, scheduleActivityTaskDecisionAttributes: activity } = decision;
	if (rates === undefined || !isLimited(decisionType)) return model;
	const schedules = decisionType === "ScheduleActivityTask" && activity !== undefined;
	const list = schedules ? taskListOf(model, domain, activity) : undefined;
	return withdraw(
		model,
		[
			[`decision ${decisionType}`, rates.decisions[decisionType]],
			...(list === undefined ? [] : [[JSON.stringify([domain, list]), rates.tasksPerList] as const]),
		],
		now,
	);
}

const taskListOf = (
	model: Model,
	domain: string,
	activity: Value<"ScheduleActivityTaskDecisionAttributes">,
): string | undefined =>
	activity.taskList?.name ??
	model.domains.get(domain)?.activityTypes.get(typeKey(activity.activityType))?.configuration.defaultTaskList?.name;
