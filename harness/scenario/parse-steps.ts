import { isOperationName, type OperationName, onlyReads, operationNames, operationShape } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { checkMembers, checkRequest } from "./check-members.ts";
import { fillOperation, membersOf, parseDecisions } from "./fill.ts";
import { entryOf, type Located, type LocatedEntry, toJson } from "./located.ts";
import { type ExpectationContext, impliedAnswer, parseExpectations } from "./parse-expectations.ts";
import { parseSend } from "./parse-send.ts";
import { didYouMean } from "./problem.ts";
import { allowsFault, calls, type Expectation, type Step } from "./scenario.ts";
import { type BoundType, opaque, type Scope } from "./scope.ts";

/** What steps are read with; the scope changes from branch to branch. */
export type StepContext = Omit<ExpectationContext, "operation" | "hasHistory">;

const ownActions = ["decisionTask", "decide", "activityTask", "history", "send", "elapse", "together"] as const;
type OwnAction = (typeof ownActions)[number];

/** The keys that each action takes beside itself. */
const modifiers: Readonly<Record<OwnAction | "operation", readonly string[]>> = {
	operation: ["as", "expect", "within"],
	decisionTask: ["as", "expect", "within", "taskList"],
	decide: ["as", "expect", "within", "taskList", "decisions", "with"],
	activityTask: ["as", "expect", "within", "taskList", "activityId"],
	history: ["as", "expect", "within", "domain"],
	send: ["as", "expect", "members", "each", "body", "headers", "sign"],
	elapse: [],
	together: [],
};
const allModifiers = [...new Set(Object.values(modifiers).flat())];

export function parseSteps(node: Located, context: StepContext, prefix = ""): readonly Step[] {
	return context.reader.items(node, "steps").flatMap((item, index) => parseStep(item, context, `${prefix}${index + 1}`) ?? []);
}

function actionOf(node: Located, { reader }: StepContext): LocatedEntry | undefined {
	const actions = reader.entries(node, "a step").filter(({ key }) => !allModifiers.includes(key));
	const [action, second] = actions;
	if (action === undefined) reader.refuse(node.at, `a step has one action: ${ownActions.join(", ")} or an operation of SWF`);
	if (second !== undefined && action !== undefined) {
		reader.refuse(second.keyAt, `a step has one action, not both ${action.key} and ${second.key}; make it a step of its own`);
	}
	return action;
}

function parseStep(node: Located, context: StepContext, path: string): Step | readonly Step[] | undefined {
	const { reader } = context;
	const action = actionOf(node, context);
	if (action === undefined) return undefined;
	const { key, keyAt, value } = action;
	const own = ownActions.find((name) => name === key);
	if (own === undefined && !isOperationName(key)) {
		reader.refuse(keyAt, `there is no operation or action ${key}.${didYouMean(key, [...ownActions, ...operationNames])}`);
		return undefined;
	}
	for (const entry of node.kind === "map" ? node.entries : []) {
		const taken = modifiers[own ?? "operation"];
		if (entry !== action && allModifiers.includes(entry.key) && !taken.includes(entry.key)) {
			reader.refuse(entry.keyAt, `${key} takes ${taken.length === 0 ? "nothing" : taken.join(", ")} beside it, not ${entry.key}`);
		}
	}
	const parts: StepParts = { node, value, path, context };
	if (own === undefined) return parseOperation(parts, key as OperationName);
	return parseOwn[own](parts);
}

interface StepParts {
	readonly node: Located;
	/** What stands behind the action. */
	readonly value: Located;
	readonly path: string;
	readonly context: StepContext;
}

const modifier = ({ node }: StepParts, key: string): Located | undefined => entryOf(node, key)?.value;

/** What every step that calls something has: its expectations, its patience, its name. */
function common(parts: StepParts, operation: OperationName, hasHistory: boolean, bound: BoundType) {
	const { context, node, path } = parts;
	const { reader, scope } = context;
	const asNode = modifier(parts, "as");
	const as = asNode === undefined ? undefined : reader.text(asNode, "as");
	const withinNode = modifier(parts, "within");
	const within = withinNode === undefined ? undefined : reader.seconds(withinNode, "within");
	const full: ExpectationContext = { ...context, operation, hasHistory };
	const written = parseExpectations(modifier(parts, "expect"), full);
	if (asNode !== undefined && as !== undefined) scope.bind(as, asNode.at, bound);
	return {
		path,
		at: node.at,
		...(as === undefined ? {} : { as }),
		...(within === undefined ? {} : { within }),
		expectations: withImplied(written, node, full),
	};
}

function withImplied(written: readonly Expectation[], node: Located, context: ExpectationContext): readonly Expectation[] {
	const probe: Step = { action: "elapse", seconds: 0, path: "", at: node.at, expectations: written };
	const speaksOfAnswer = written.some(({ rule }) => rule.kind === "answer");
	return allowsFault(probe) || speaksOfAnswer ? written : [impliedAnswer(node, context), ...written];
}

const answerType = (operation: OperationName): BoundType => {
	if (operation === "StartWorkflowExecution") return { kind: "shape", shape: "WorkflowExecution" };
	const output = operationShape(operation).output;
	return output === undefined
		? { kind: "members", what: `the answer of ${operation}`, members: {} }
		: { kind: "shape", shape: output };
};

function parseOperation(parts: StepParts, operation: OperationName): Step {
	const { value, context } = parts;
	context.scope.use(value);
	const members: Located = value.kind === "scalar" && value.value === null ? { kind: "map", at: value.at, entries: [] } : value;
	checkMembers(context.reader, members, operationShape(operation).input, operation);
	refuseFixedWorkflowId(members, operation, context);
	const hasHistory = operation === "GetWorkflowExecutionHistory" || operation === "PollForDecisionTask";
	const shared = common(parts, operation, hasHistory, answerType(operation));
	const within = modifier(parts, "within");
	if (within !== undefined && !onlyReads(operation))
		context.reader.refuse(within.at, `within repeats the call; ${operation} does more than read and is sent once`);
	return { action: "operation", operation, input: fillOperation(operation, membersOf(members), shared.as), ...shared };
}

/** An id that is written out meets itself as soon as two runs share a domain. */
function refuseFixedWorkflowId(members: Located, operation: OperationName, { reader }: StepContext): void {
	const workflowId = operation === "StartWorkflowExecution" ? entryOf(members, "workflowId")?.value : undefined;
	if (workflowId?.kind === "scalar" && typeof workflowId.value === "string" && !workflowId.value.includes("$")) {
		reader.refuse(
			workflowId.at,
			`two runs would meet at the workflowId ${workflowId.value}; write $unique.${workflowId.value.replace(/\W+/g, "-")}`,
		);
	}
}

function reference(parts: StepParts): Json {
	parts.context.scope.use(parts.value);
	checkRequestUnlessReference(parts);
	return toJson(parts.value);
}

/** An execution may be written out, `{ workflowId: … }`, to mean whichever run is open. */
function checkRequestUnlessReference({ value, context }: StepParts): void {
	const isWrittenOut = value.kind === "map";
	if (isWrittenOut) checkRequest(context.reader, value, "WorkflowExecution", "an execution");
	if (isWrittenOut && entryOf(value, "workflowId") === undefined) {
		context.reader.refuse(value.at, "an execution that is written out has a workflowId");
	}
	if (isWrittenOut) return;
	if (value.kind !== "scalar" || typeof value.value !== "string" || !value.value.startsWith("$")) {
		context.reader.refuse(value.at, "an execution is a reference, as $run, or { workflowId: … }");
	}
}

const memberOf = (execution: Json, member: string): Json => {
	if (typeof execution === "string") return `${execution}.${member}`;
	return (execution as { readonly [name: string]: Json } | null)?.[member] ?? null;
};

function textModifier(parts: StepParts, key: string): Json | undefined {
	const node = modifier(parts, key);
	if (node === undefined) return undefined;
	parts.context.scope.use(node);
	return parts.context.reader.text(node, key);
}

function parseTask(action: "decisionTask" | "activityTask") {
	return (parts: StepParts): Step => {
		const execution = reference(parts);
		const decision = action === "decisionTask";
		const otherwise = decision ? memberOf(execution, "workflowId") : "$unique.activity";
		const activityId = textModifier(parts, "activityId");
		const bound: BoundType = { kind: "shape", shape: decision ? "DecisionTask" : "ActivityTask" };
		return {
			action,
			execution,
			taskList: textModifier(parts, "taskList") ?? otherwise,
			...(activityId === undefined ? {} : { activityId }),
			...common(parts, decision ? "PollForDecisionTask" : "PollForActivityTask", decision, bound),
		};
	};
}

function isHeldTask(execution: Json, scope: Scope): boolean {
	const type = scope.typeOf(execution) ?? opaque;
	return type.kind === "shape" && type.shape === "DecisionTask";
}

function parseDecide(parts: StepParts): Step {
	const { context } = parts;
	const { reader, scope } = context;
	const target = reference(parts);
	const held = isHeldTask(target, scope);
	const workflowId = held ? memberOf(target, "workflowExecution.workflowId") : memberOf(target, "workflowId");
	const decisions = modifier(parts, "decisions");
	if (decisions !== undefined) scope.use(decisions);
	const members = modifier(parts, "with");
	if (members !== undefined) {
		scope.use(members);
		checkRequest(reader, members, "RespondDecisionTaskCompletedInput", "with");
	}
	const taskList = textModifier(parts, "taskList");
	const as = modifier(parts, "as");
	if (held && as !== undefined) reader.refuse(as.at, "the task has a name already");
	for (const key of held ? ["taskList", "within"] : []) {
		const unused = modifier(parts, key);
		if (unused !== undefined)
			reader.refuse(unused.at, `a held task is answered at once; ${key} is for a task that is polled for`);
	}
	return {
		action: "decide",
		task: held ? { held: target } : { execution: target, taskList: taskList ?? workflowId },
		decisions: decisions === undefined ? [] : parseDecisions(decisions, reader, workflowId),
		members: members === undefined ? {} : membersOf(members),
		...common(parts, "RespondDecisionTaskCompleted", false, { kind: "shape", shape: "DecisionTask" }),
	};
}

function parseHistory(parts: StepParts): Step {
	const execution = reference(parts);
	return {
		action: "history",
		execution,
		domain: textModifier(parts, "domain") ?? "$domains.main",
		...common(parts, "GetWorkflowExecutionHistory", true, { kind: "shape", shape: "History" }),
	};
}

/** One step, or with `each` as many as there are items, numbered behind a point. */
function parseSends(parts: StepParts): readonly Step[] {
	const { node, value, path, context } = parts;
	const sent = parseSend(node, value, context);
	if (sent === undefined) return [];
	const { operation, requests, headers, sign, isSeveral } = sent;
	const as = modifier(parts, "as");
	if (isSeveral && as !== undefined) context.reader.refuse(as.at, "each has several answers, which cannot share a name");
	const shared = common(parts, operation, false, answerType(operation));
	return requests.map((request, index) => ({
		action: "send" as const,
		...{ operation, headers, sign, ...request, ...shared },
		path: isSeveral ? `${path}.${index + 1}` : path,
	}));
}

function parseElapse({ value, path, node, context }: StepParts): Step {
	return { action: "elapse", seconds: context.reader.seconds(value, "elapse") ?? 0, path, at: node.at, expectations: [] };
}

function parseTogether({ value, path, node, context }: StepParts): Step {
	const { reader, scope } = context;
	const items = reader.items(value, "together");
	if (items.length < 2) reader.refuse(value.at, "together has at least two branches, each a list of steps");
	const scopes = items.map(() => scope.branch());
	const branches = items.map((item, index) =>
		parseSteps(item, { ...context, scope: scopes[index] ?? scope }, `${path}.${index + 1}.`),
	);
	scope.join(scopes);
	return { action: "together", branches, path, at: node.at, expectations: [] };
}

const parseOwn: Readonly<Record<OwnAction, (parts: StepParts) => Step | readonly Step[]>> = {
	decisionTask: parseTask("decisionTask"),
	activityTask: parseTask("activityTask"),
	decide: parseDecide,
	history: parseHistory,
	send: parseSends,
	elapse: parseElapse,
	together: parseTogether,
};

/** How many expectations a list of steps declares; that an awaited task arrives is one. */
export const declaredChecks = (steps: readonly Step[]): number =>
	steps.reduce((sum, step) => {
		if (step.action === "together") return sum + step.branches.reduce((inner, branch) => inner + declaredChecks(branch), 0);
		const awaited = step.action === "decide" && "execution" in step.task ? 1 : 0;
		return sum + (calls(step) ? step.expectations.length + awaited : 0);
	}, 0);

/** How long steps let service time pass, in seconds: branches pass it together. */
export const serviceSeconds = (steps: readonly Step[]): number =>
	steps.reduce((sum, step) => {
		if (step.action === "elapse") return sum + step.seconds;
		return step.action === "together" ? sum + Math.max(0, ...step.branches.map(serviceSeconds)) : sum;
	}, 0);
