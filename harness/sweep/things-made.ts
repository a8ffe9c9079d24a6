import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";

/** Something that outlives the request that makes it. */
export type Thing =
	| { readonly kind: "domain"; readonly domain: string }
	| { readonly kind: "workflowType" | "activityType"; readonly domain: string; readonly name: string; readonly version: string }
	/** All runs under this workflowId: later ones are continued from it. */
	| { readonly kind: "execution"; readonly domain: string; readonly workflowId: string };

/** What identifies a thing within an account and region. */
export const keyOf = (thing: Thing): string =>
	JSON.stringify(
		thing.kind === "execution"
			? [thing.kind, thing.domain, thing.workflowId]
			: thing.kind === "domain"
				? [thing.kind, thing.domain]
				: [thing.kind, thing.domain, thing.name, thing.version],
	);

/** The domain that a decision task is from, by its token. */
export type Origins = ReadonlyMap<string, string>;

type Makes = (input: JsonObject, origins: Origins) => readonly Thing[];

const typeIn =
	(kind: "workflowType" | "activityType"): Makes =>
	({ domain, name, version }) =>
		typeof domain === "string" && typeof name === "string" && typeof version === "string"
			? [{ kind, domain, name, version }]
			: [];

const executionIn = (domain: Json | undefined, workflowId: Json | undefined): readonly Thing[] =>
	typeof domain === "string" && typeof workflowId === "string" ? [{ kind: "execution", domain, workflowId }] : [];

const childrenOf: Makes = ({ taskToken, decisions }, origins) => {
	const domain = typeof taskToken === "string" ? origins.get(taskToken) : undefined;
	if (!Array.isArray(decisions)) return [];
	return (decisions as readonly Json[]).flatMap((decision) => {
		const child = isJsonObject(decision) ? decision["startChildWorkflowExecutionDecisionAttributes"] : undefined;
		return isJsonObject(child) ? executionIn(domain, child["workflowId"]) : [];
	});
};

const made: Readonly<Record<string, Makes>> = {
	RegisterDomain: ({ name }) => (typeof name === "string" ? [{ kind: "domain", domain: name }] : []),
	RegisterWorkflowType: typeIn("workflowType"),
	RegisterActivityType: typeIn("activityType"),
	StartWorkflowExecution: ({ domain, workflowId }) => executionIn(domain, workflowId),
	RespondDecisionTaskCompleted: childrenOf,
};

/** What a request makes if it is granted. A run that is continued as new keeps its workflowId, so that its start stands for it. */
export const thingsMade = (operation: string, input: JsonObject, origins: Origins): readonly Thing[] =>
	made[operation]?.(input, origins) ?? [];
