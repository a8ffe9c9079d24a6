import { Map as ImmutableMap } from "immutable";
import type { Value } from "../wire/value.ts";
import type { VisibilityLag } from "./as-seen.ts";
import type { Deadline } from "./deadlines.ts";
import type { Execution } from "./execution.ts";
import { GrowingList } from "./growing-list.ts";
import type { Heap } from "./heap.ts";
import { type Instant, instant } from "./instant.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { Level } from "./rates/admit.ts";
import type { Rates } from "./rates/rates.ts";
import type { TaskListEntry } from "./task-lists.ts";

/** What a Lambda function does when the service calls it; with `seconds` it takes that long. */
export type LambdaResult = (
	| { readonly kind: "completed"; readonly result: string }
	| { readonly kind: "failed"; readonly reason: string; readonly details: string }
	| { readonly kind: "silent" }
) & { readonly seconds?: number };

/** Answers for the Lambda functions that executions call; it must be pure. */
export type InvokeLambda = (name: string, input: string) => LambdaResult;

/** What one model is set up with: the place it stands for, and what lies outside of SWF. */
export interface ModelSettings {
	readonly region: string;
	readonly account: string;
	/** Without it no Lambda function exists. */
	readonly invokeLambda?: InvokeLambda;
	/** Whether the region has no Lambda at all. */
	readonly lacksLambda?: boolean;
	readonly limits?: Partial<Limits>;
	/** Without them nothing is throttled. */
	readonly rates?: Rates;
	/** Without it every answer shows what is. */
	readonly visibilityLag?: VisibilityLag;
}

/** A registered workflow or activity type. */
export interface RegisteredType<Configuration> {
	readonly name: string;
	readonly version: string;
	readonly description?: string;
	readonly createdAt: Instant;
	/** Present while the type is deprecated. */
	readonly deprecatedAt?: Instant;
	readonly configuration: Configuration;
}

export type RegisteredWorkflowType = RegisteredType<Value<"WorkflowTypeConfiguration">>;
export type RegisteredActivityType = RegisteredType<Value<"ActivityTypeConfiguration">>;

/** A domain with what is registered in it and the runs that belong to it. */
export interface Domain {
	readonly name: string;
	readonly description?: string;
	readonly retention: string;
	readonly status: Value<"RegistrationStatus">;
	readonly tags: ImmutableMap<string, Value<"ResourceTag">>;
	/** By `typeKey`. */
	readonly workflowTypes: ImmutableMap<string, RegisteredWorkflowType>;
	/** By `typeKey`. */
	readonly activityTypes: ImmutableMap<string, RegisteredActivityType>;
	/** The open run of each workflow id that has one. */
	readonly openRuns: ImmutableMap<string, string>;
	readonly closedRuns: GrowingList<string>;
}

/** The last heartbeat of a started activity task. It leaves no event, so the execution does not know it. */
export interface Heartbeat {
	readonly at: Instant;
	readonly details?: string;
}

/** All of SWF in one region of one account. */
export interface Model {
	readonly settings: ModelSettings;
	readonly limits: Limits;
	/** The latest moment seen; time never goes back. */
	readonly clock: Instant;
	/** Counts up with every run, deadline and task: the source of ids and of the order of arrival. */
	readonly sequence: number;
	readonly domains: ImmutableMap<string, Domain>;
	/** By run id. */
	readonly executions: ImmutableMap<string, Execution>;
	/** By `heartbeatKey`. */
	readonly heartbeats: ImmutableMap<string, Heartbeat>;
	/** What the Lambda functions that are at work will end with, by `heartbeatKey`. */
	readonly lambdaResults: ImmutableMap<string, LambdaResult>;
	/** By `taskListKey`. */
	readonly taskLists: ImmutableMap<string, Heap<TaskListEntry>>;
	/** How many tasks wait to be started, by `taskListKey`; where none does, there is no entry. */
	readonly waitingTasks: ImmutableMap<string, number>;
	readonly deadlines: Heap<Deadline>;
	/** What is left in the buckets that were used, by what they count. */
	readonly buckets: ImmutableMap<string, Level>;
}

/** A model in which nothing has happened yet. */
export const emptyModel = (settings: ModelSettings): Model => ({
	settings,
	limits: { ...defaultLimits, ...settings.limits },
	clock: instant(0),
	sequence: 0,
	domains: ImmutableMap(),
	executions: ImmutableMap(),
	heartbeats: ImmutableMap(),
	lambdaResults: ImmutableMap(),
	taskLists: ImmutableMap(),
	waitingTasks: ImmutableMap(),
	deadlines: undefined,
	buckets: ImmutableMap(),
});

/** The model under other settings, with all that has happened in it. */
export const withSettings = (model: Model, settings: ModelSettings): Model => ({
	...model,
	settings,
	limits: { ...defaultLimits, ...settings.limits },
});

/**
 * The model with some of its parts replaced. Its members are written out, as copies made by spreading take five times as long and
 * come in as many forms as there are places that make them.
 */
export const changed = (model: Model, change: Partial<Model>): Model => ({
	settings: model.settings,
	limits: model.limits,
	clock: model.clock,
	sequence: model.sequence,
	domains: model.domains,
	executions: model.executions,
	heartbeats: model.heartbeats,
	lambdaResults: model.lambdaResults,
	taskLists: model.taskLists,
	waitingTasks: model.waitingTasks,
	deadlines: model.deadlines,
	buckets: model.buckets,
	...change,
});

/** The model with the domain in place of the one of that name. */
export const withDomain = (model: Model, domain: Domain): Model =>
	changed(model, { domains: model.domains.set(domain.name, domain) });

/** The key of a type inside its domain: workflow types and activity types are kept apart, so the two may share one. */
export const typeKey = ({ name, version }: { readonly name: string; readonly version: string }): string =>
	`${name.length} ${name} ${version}`;

/** The key of one task of a run: of the heartbeats of an activity, or of what a Lambda function will end with. */
export const heartbeatKey = (runId: string, scheduledEventId: number): string => `${runId} ${scheduledEventId}`;

/** A domain with nothing in it. */
export const emptyDomain = (name: string, retention: string): Domain => ({
	name,
	retention,
	status: "REGISTERED",
	tags: ImmutableMap(),
	workflowTypes: ImmutableMap(),
	activityTypes: ImmutableMap(),
	openRuns: ImmutableMap(),
	closedRuns: GrowingList.of(),
});
