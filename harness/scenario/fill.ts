import {
	decisionAttributesMember,
	decisionTypes,
	type OperationName,
	operationShape,
	type ShapeName,
	structure,
} from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { checkMembers } from "./check-members.ts";
import { type Located, toJson } from "./located.ts";
import type { Reader } from "./reader.ts";
import type { Fixture, Template } from "./scenario.ts";

type Members = { readonly [member: string]: Template };

/** Operations that are about a domain itself: which one is the whole point, so none is filled in. */
const namesItsDomain = (operation: OperationName) => structure(operationShape(operation).input).members["domain"] === undefined;

/** What the workflowId of a start is, so that its task list can be named alike. */
const workflowIdOf = (members: Members, otherwise: Template): Template => {
	const given = members["workflowId"];
	return typeof given === "string" ? given : otherwise;
};

/** Fills in what a request leaves out; a member that is given, `$absent` too, stays as it is. */
export function fillOperation(operation: OperationName, members: Members, as: string | undefined): Members {
	const domain: Members = namesItsDomain(operation) ? {} : { domain: "$domains.main" };
	if (operation !== "StartWorkflowExecution") return { ...domain, ...members };
	const workflowId = workflowIdOf(members, `$unique.${as ?? "execution"}`);
	return { ...domain, workflowId, workflowType: "$workflowTypes.workflow", taskList: { name: workflowId }, ...members };
}

function fillDecision(type: string, attributes: Members, closingWorkflowId: Template): Members {
	switch (type) {
		case "ScheduleActivityTask":
			return { activityType: "$activityTypes.activity", ...attributes };
		case "StartChildWorkflowExecution": {
			const workflowId = workflowIdOf(attributes, "$unique.child");
			return { workflowType: "$workflowTypes.workflow", taskList: { name: workflowId }, workflowId, ...attributes };
		}
		case "ContinueAsNewWorkflowExecution":
			return { taskList: { name: closingWorkflowId }, ...attributes };
		default:
			return attributes;
	}
}

/**
 * Reads decisions, each a type or a type with its attributes, and writes them as SWF takes them.
 *
 * @param closingWorkflowId the workflowId of the execution that decides
 */
export function parseDecisions(node: Located, reader: Reader, closingWorkflowId: Template): Template {
	return reader.items(node, "decisions").flatMap((item) => {
		const entries = item.kind === "map" ? item.entries : [];
		const [entry, second] = entries;
		const nameNode: Located =
			item.kind === "map" && entry !== undefined ? { kind: "scalar", at: entry.keyAt, value: entry.key } : item;
		const type = reader.oneOf(nameNode, decisionTypes, "a decision");
		if (second !== undefined)
			reader.refuse(second.keyAt, "a decision is one type with its attributes; put the second in an item of its own");
		if (type === undefined) return [];
		const member = decisionAttributesMember(type);
		const shapeName = structure("Decision").members[member];
		const value: Located =
			entry === undefined || (entry.value.kind === "scalar" && entry.value.value === null)
				? { kind: "map", at: item.at, entries: [] }
				: entry.value;
		if (shapeName !== undefined) checkMembers(reader, value, shapeName, type);
		return [{ decisionType: type, [member]: fillDecision(type, membersOf(value), closingWorkflowId) }];
	});
}

export const membersOf = (node: Located): Members => {
	const value = toJson(node);
	return isJsonObject(value) ? value : {};
};

const fixtureDefaults: Readonly<Record<Fixture["kind"], (name: string) => JsonObject>> = {
	domains: () => ({ workflowExecutionRetentionPeriodInDays: "1" }),
	workflowTypes: (name) => ({
		domain: "$domains.main",
		version: "1",
		defaultExecutionStartToCloseTimeout: "3600",
		defaultTaskStartToCloseTimeout: "600",
		defaultChildPolicy: "ABANDON",
		defaultTaskList: { name: `$unique.${name}` },
	}),
	activityTypes: (name) => ({
		domain: "$domains.main",
		version: "1",
		defaultTaskStartToCloseTimeout: "NONE",
		defaultTaskHeartbeatTimeout: "NONE",
		defaultTaskScheduleToStartTimeout: "NONE",
		defaultTaskScheduleToCloseTimeout: "NONE",
		defaultTaskList: { name: `$unique.${name}` },
	}),
};

/** The operation that registers each kind of fixture. */
export const registration = {
	domains: "RegisterDomain",
	workflowTypes: "RegisterWorkflowType",
	activityTypes: "RegisterActivityType",
} as const satisfies Record<Fixture["kind"], OperationName>;

export const registrationShape = (kind: Fixture["kind"]): ShapeName => operationShape(registration[kind]).input;

export const fillFixture = (kind: Fixture["kind"], name: string, members: Members): Fixture => ({
	kind,
	name,
	members: { ...fixtureDefaults[kind](name), ...members } as { readonly [member: string]: Json },
});
