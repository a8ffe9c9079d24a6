import { type Conditions, listOf, type OneOrMany, type Policy, type PolicyStatement } from "./policy.ts";

/** What is to be allowed: an action on a domain, with the values of the condition keys that the request has. */
export interface AccessRequest {
	/** Without the prefix `swf:`. */
	readonly action: string;
	/** The ARN of the domain, in each spelling that the documents have for it. */
	readonly resources: readonly string[];
	readonly keys: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a policy allows a request: some statement has to allow it and none may deny it.
 *
 * https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-iam.policies.html
 */
export function isAllowed({ Statement }: Policy, request: AccessRequest): boolean {
	const applying = listOf(Statement).filter((statement) => applies(statement, request));
	return applying.some(({ Effect }) => Effect === "Allow") && applying.every(({ Effect }) => Effect !== "Deny");
}

const applies = (statement: PolicyStatement, { action, resources, keys }: AccessRequest): boolean =>
	covers(statement.Action, statement.NotAction, [`swf:${action}`.toLowerCase()], true) &&
	covers(statement.Resource, statement.NotResource, resources, false) &&
	meets(statement.Condition ?? {}, keys);

function covers(
	patterns: OneOrMany<string> | undefined,
	excluded: OneOrMany<string> | undefined,
	names: readonly string[],
	ignoreCase: boolean,
): boolean {
	const matchesAny = (given: OneOrMany<string> | undefined) =>
		listOf(given).some((pattern) => names.some((name) => matches(ignoreCase ? pattern.toLowerCase() : pattern, name)));
	return patterns === undefined ? excluded !== undefined && !matchesAny(excluded) : matchesAny(patterns);
}

/** `*` stands for any text, `?` for one character. */
function matches(pattern: string, text: string): boolean {
	const source = pattern
		.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
		.replaceAll(/\*+/g, ".*")
		.replaceAll("?", ".");
	return new RegExp(`^${source}$`, "su").test(text);
}

type Keys = AccessRequest["keys"];

function meets(conditions: Conditions, keys: Keys): boolean {
	const values = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value]));
	return Object.entries(conditions).every(([operator, expectations]) =>
		Object.entries(expectations ?? {}).every(([key, expected]) =>
			holds(operator, values.get(key.toLowerCase()), listOf<string>(expected)),
		),
	);
}

/** Several values are alternatives; for an operator that negates, none of them may match. */
function holds(operator: string, value: string | undefined, expected: readonly string[]): boolean {
	if (operator === "Null") return expected.includes(String(value === undefined));
	const optional = operator.endsWith("IfExists");
	const name = optional ? operator.slice(0, -"IfExists".length) : operator;
	if (value === undefined && optional) return true;
	const isNegated = name.startsWith("StringNot");
	const compare = comparisons[name.replace("StringNot", "String")];
	// A condition that is not understood is never met, neither to allow nor to deny; who reads policies refuses it.
	if (compare === undefined) return false;
	if (value === undefined) return isNegated;
	return expected.some((one) => compare(value, one)) !== isNegated;
}

const comparisons: Readonly<Record<string, (value: string, expected: string) => boolean>> = {
	StringEquals: (value, expected) => value === expected,
	StringEqualsIgnoreCase: (value, expected) => value.toLowerCase() === expected.toLowerCase(),
	StringLike: (value, expected) => matches(expected, value),
};
