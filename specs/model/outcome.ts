import type { OperationName } from "../wire/contract.ts";
import type { JsonObject } from "../wire/json.ts";
import type { InputOf, OutputOf } from "../wire/value.ts";
import type { Principal } from "./access/policy.ts";
import type { Ids } from "./ids.ts";
import type { Instant } from "./instant.ts";
import type { Model } from "./model.ts";

/** What SWF says when it refuses; `type` without the namespace that it has on the wire. */
export interface Fault {
	readonly type: string;
	readonly message?: string;
}

/** What a caller gets: an answer, `undefined` for the operations whose answer is empty, or a fault. */
export type Outcome =
	| { readonly kind: "answer"; readonly output: JsonObject | undefined }
	| { readonly kind: "fault"; readonly fault: Fault };

/** How an operation ends: with an answer and the model that it led to, or with a fault and no change. */
export type Step<Output> =
	| { readonly kind: "answer"; readonly model: Model; readonly output: Output }
	| { readonly kind: "fault"; readonly fault: Fault };

/** What an operation works on. */
export interface OperationContext {
	readonly model: Model;
	readonly now: Instant;
	readonly ids: Ids;
	/** Who calls; without one everything is allowed. */
	readonly principal?: Principal;
}

/** One operation of SWF; its input is valid by shape. */
export type Operation<Name extends OperationName, Output = OutputOf<Name>> = (
	context: OperationContext,
	input: InputOf<Name>,
) => Step<Output>;

/** An answer; the operations whose answer is empty give only the model. */
export function answer(model: Model): Step<undefined>;
export function answer<Output>(model: Model, output: Output): Step<Output>;
export function answer<Output>(model: Model, output?: Output): Step<Output | undefined> {
	return { kind: "answer", model, output };
}

/** The answer of a count, cut off where the service stops counting. */
export const countedAnswer = (model: Model, count: number): Step<{ readonly count: number; readonly truncated: boolean }> => {
	const { countedItems } = model.limits;
	return answer(model, { count: Math.min(count, countedItems), truncated: count > countedItems });
};

type Refusal = Extract<Step<never>, { readonly kind: "fault" }>;

const refusal = (type: string, message?: string): Refusal => ({
	kind: "fault",
	fault: message === undefined ? { type } : { type, message },
});

interface Type {
	readonly name: string;
	readonly version: string;
}
/** The two kinds of registered type, as messages spell them. */
export type TypeKind = "ActivityType" | "WorkflowType";

const typeText = (kind: TypeKind, { name, version }: Type): string => `${kind}=[name=${name}, version=${version}]`;

export const invalid = (message: string): Refusal => refusal("ValidationException", message);
export const invalidToken: Refusal = invalid("Invalid token");
export const throttled: Refusal = refusal("ThrottlingException", "Rate exceeded");
export const mistyped = (): Refusal => refusal("SerializationException");

export const domainAlreadyExists = (name: string): Refusal => refusal("DomainAlreadyExistsFault", name);
export const domainDeprecated = (name: string): Refusal => refusal("DomainDeprecatedFault", name);
export const typeAlreadyExists = (kind: TypeKind, type: Type): Refusal => refusal("TypeAlreadyExistsFault", typeText(kind, type));
export const typeDeprecated = (kind: TypeKind, type: Type): Refusal => refusal("TypeDeprecatedFault", typeText(kind, type));
export const typeNotDeprecated = (): Refusal =>
	refusal("TypeNotDeprecatedFault", "The type is currently registered and cannot be deleted in its current state");
export const executionAlreadyStarted = (): Refusal => refusal("WorkflowExecutionAlreadyStartedFault", "");
export const defaultUndefined = (member: string): Refusal => refusal("DefaultUndefinedFault", member);
export const limitExceeded = (message: string): Refusal => refusal("LimitExceededFault", message);
/** Clients know the sentence from the front door of AWS, the fault from the API model. */
export const operationNotPermitted = (who: string, action: string, resource: string): Refusal =>
	refusal("OperationNotPermittedFault", `User: ${who} is not authorized to perform: swf:${action} on resource: ${resource}`);
export const tooManyTags = (limit: number): Refusal => refusal("TooManyTagsFault", `A resource has at most ${limit} tags`);

const unknown = (message: string): Refusal => refusal("UnknownResourceFault", message);

export const unknownDomain = (name: string): Refusal => unknown(`Unknown domain: ${name}`);
export const unknownResource = (arn: string): Refusal => unknown(`Unknown resource: ${arn}`);
export const unknownType = (kind: TypeKind, type: Type): Refusal => unknown(`Unknown type: ${typeText(kind, type)}`);
/** The two texts differ in form, as clients written against the live service expect. */
export const unknownExecution = (workflowId: string, runId?: string): Refusal =>
	unknown(
		runId === undefined
			? `Unknown execution, workflowId = ${workflowId}`
			: `Unknown execution: WorkflowExecution=[workflowId=${workflowId}, runId=${runId}]`,
	);
export const unknownDecisionTask = (scheduledEventId: number): Refusal =>
	unknown(`Unknown decision task, scheduledEventId = ${scheduledEventId}`);
export const unknownActivityTask = (scheduledEventId: number): Refusal =>
	unknown(`Unknown activity, scheduledEventId = ${scheduledEventId}`);
