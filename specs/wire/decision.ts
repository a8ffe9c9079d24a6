import type { Value } from "./value.ts";

/** One of the 13 decision types. */
export type DecisionType = Value<"DecisionType">;

/** The member of a decision that holds the attributes of its type. */
export type DecisionAttributesMember<Type extends DecisionType> = `${Uncapitalize<Type>}DecisionAttributes`;

/** The attributes of a decision type. */
export type DecisionAttributes<Type extends DecisionType> = Exclude<Value<"Decision">[DecisionAttributesMember<Type>], undefined>;
