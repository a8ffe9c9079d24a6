/** One or several; IAM lets both be written. */
export type OneOrMany<Item> = Item | readonly Item[];

/** The condition operators understood, `IfExists` aside: SWF's keys are all texts. */
export const conditionOperators = [
	"StringEquals",
	"StringNotEquals",
	"StringEqualsIgnoreCase",
	"StringNotEqualsIgnoreCase",
	"StringLike",
	"StringNotLike",
] as const;

/** A condition operator as a policy spells it. With `IfExists` a request that lacks the key meets the condition. */
export type ConditionOperator = (typeof conditionOperators)[number] | `${(typeof conditionOperators)[number]}IfExists` | "Null";

/** What a statement demands of the keys of a request: all operators and all keys, of each key one of the values. */
export type Conditions = { readonly [Operator in ConditionOperator]?: Readonly<Record<string, OneOrMany<string>>> };

/** One statement of an IAM policy. */
export interface PolicyStatement {
	readonly Sid?: string;
	readonly Effect: "Allow" | "Deny";
	readonly Action?: OneOrMany<string>;
	readonly NotAction?: OneOrMany<string>;
	readonly Resource?: OneOrMany<string>;
	readonly NotResource?: OneOrMany<string>;
	readonly Condition?: Conditions;
}

/** An IAM policy in the form that IAM takes. */
export interface Policy {
	readonly Version?: string;
	readonly Id?: string;
	readonly Statement: OneOrMany<PolicyStatement>;
}

/** Who makes a call. Without a policy it may do everything, as an account's owner may. */
export interface Principal {
	readonly name: string;
	readonly policy?: Policy;
}

/** The values as a list. */
export const listOf = <Item>(given: OneOrMany<Item> | undefined): readonly Item[] =>
	given === undefined ? [] : isList(given) ? given : [given];

const isList = <Item>(given: OneOrMany<Item>): given is readonly Item[] => Array.isArray(given);
