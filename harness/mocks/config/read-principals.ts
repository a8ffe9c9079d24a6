import {
	type Conditions,
	conditionOperators,
	type OneOrMany,
	type Policy,
	type PolicyStatement,
} from "../../../specs/model/access/policy.ts";
import { entryOf, type Located } from "../../scenario/located.ts";
import { optional } from "../../scenario/read-scalars.ts";
import type { Reader } from "../../scenario/reader.ts";
import type { KeyHolder } from "../identities.ts";

/** A list of principals, each with its access key and, where it may not do everything, its policy. */
export function readPrincipals(node: Located, reader: Reader): readonly KeyHolder[] | undefined {
	const holders = reader.items(node, "principals").flatMap((item) => readPrincipal(item, reader) ?? []);
	const keys = new Set<string>();
	for (const item of node.kind === "list" ? node.items : []) {
		const key = entryOf(item, "accessKeyId")?.value;
		if (key?.kind !== "scalar" || typeof key.value !== "string") continue;
		if (keys.has(key.value)) reader.refuse(key.at, `the access key ${key.value} belongs to a principal above`);
		keys.add(key.value);
	}
	return holders;
}

function readPrincipal(node: Located, reader: Reader): KeyHolder | undefined {
	reader.onlyKeys(node, ["name", "accessKeyId", "secretAccessKey", "sessionToken", "policy"], "a principal");
	const text = (name: string) => (value: Located) => reader.text(value, name);
	// What is wrong with a secret is told without showing it.
	const secret = (what: string) => (value: Located) => {
		if (value.kind === "scalar" && typeof value.value === "string" && value.value !== "") return value.value;
		reader.refuse(value.at, `${what} is a text; put it in quotes`);
		return undefined;
	};
	const { name } = optional(node, "name", text("name"));
	const { accessKeyId } = optional(node, "accessKeyId", text("accessKeyId"));
	for (const member of ["name", "accessKeyId"]) {
		if (node.kind === "map" && entryOf(node, member) === undefined) reader.refuse(node.at, `a principal has a ${member}`);
	}
	if (name === undefined || accessKeyId === undefined) return undefined;
	return {
		name,
		accessKeyId,
		...optional(node, "secretAccessKey", secret("secretAccessKey")),
		...optional(node, "sessionToken", secret("sessionToken")),
		...optional(node, "policy", (value) => readPolicy(value, reader)),
	};
}

function readPolicy(node: Located, reader: Reader): Policy | undefined {
	reader.onlyKeys(node, ["Version", "Id", "Statement"], "a policy");
	const statements = entryOf(node, "Statement")?.value;
	if (statements === undefined) {
		if (node.kind === "map") reader.refuse(node.at, "a policy has a Statement");
		return undefined;
	}
	const items = statements.kind === "list" ? statements.items : [statements];
	return { Statement: items.flatMap((item) => readStatement(item, reader) ?? []) };
}

const statementKeys = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

function readStatement(node: Located, reader: Reader): PolicyStatement | undefined {
	reader.onlyKeys(node, statementKeys, "a statement");
	if (node.kind !== "map") return undefined;
	const effect = entryOf(node, "Effect")?.value;
	if (effect === undefined) reader.refuse(node.at, "a statement has an Effect, Allow or Deny");
	for (const what of ["Action", "Resource"]) {
		const given = [what, `Not${what}`].filter((key) => entryOf(node, key) !== undefined);
		if (given.length !== 1) reader.refuse(node.at, `a statement has one of ${what} and Not${what}`);
	}
	const Effect = effect === undefined ? undefined : reader.oneOf(effect, ["Allow", "Deny"], "Effect");
	if (Effect === undefined) return undefined;
	const texts = (name: string) => (value: Located) => readTexts(value, reader, name);
	return {
		Effect,
		...optional(node, "Action", texts("Action")),
		...optional(node, "NotAction", texts("NotAction")),
		...optional(node, "Resource", texts("Resource")),
		...optional(node, "NotResource", texts("NotResource")),
		...optional(node, "Condition", (value) => readConditions(value, reader)),
	};
}

const operators = [...conditionOperators, ...conditionOperators.map((name) => `${name}IfExists`), "Null"];

function readConditions(node: Located, reader: Reader): Conditions {
	reader.onlyKeys(node, operators, "Condition");
	const entries = node.kind === "map" ? node.entries : [];
	return Object.fromEntries(
		entries.map(({ key, value }) => [
			key,
			Object.fromEntries(reader.entries(value, key).map((entry) => [entry.key, readTexts(entry.value, reader, entry.key) ?? []])),
		]),
	);
}

/** IAM takes true and false for the texts. */
function readTexts(node: Located, reader: Reader, what: string): OneOrMany<string> | undefined {
	if (node.kind === "list") return node.items.flatMap((item) => reader.text(item, what) ?? []);
	if (node.kind === "scalar" && typeof node.value === "boolean") return String(node.value);
	return reader.text(node, what);
}
