import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { sdkClients } from "../clients/sdk.ts";
import { wireClients } from "../clients/wire.ts";
import { json, type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import { playAndJudge, scenarioOf, stageAt, targetAt } from "../fixtures/stage.ts";

const kinds = [wireClients(), sdkClients()];
afterAll(() => {
	for (const kind of kinds) kind.dispose();
});
let server: Loopback | undefined;
afterEach(async () => {
	vi.useRealTimers();
	await server?.close();
});

/** From the start to the close of an execution, through an activity. */
const whole = scenarioOf(`
  - { StartWorkflowExecution: {}, as: run }
  - { decide: $run, decisions: [ScheduleActivityTask: { activityId: a }] }
  - { activityTask: $run, as: work }
  - RespondActivityTaskCompleted: { taskToken: $work.taskToken, result: done }
  - { decide: $run, decisions: [CompleteWorkflowExecution] }
  - { history: $run, within: 1, expect: { endsWith: [WorkflowExecutionCompleted] } }
`);

async function played(kind: (typeof kinds)[number], replyTo: (request: Request) => Reply | Promise<Reply>) {
	server = await openLoopback(replyTo);
	const result = await playAndJudge(whole, stageAt(targetAt(server), kind));
	// Whatever came, it can be written down and read again.
	expect(JSON.parse(JSON.stringify(result.evidence))).toEqual(result.evidence);
	return result;
}

/** The model's own answer, changed. */
const changed =
	(change: (answer: Json, request: Request) => Json) =>
	async (request: Request): Promise<Reply> => {
		const { status, body, headers } = await request.honest();
		return status === 200 && body !== ""
			? { status, headers, body: JSON.stringify(change(JSON.parse(body) as Json, request)) }
			: { status, headers, body };
	};

const everywhere = (json: Json, leaf: (value: Json) => Json): Json => {
	if (Array.isArray(json)) return (json as readonly Json[]).map((item) => everywhere(item, leaf));
	if (!isJsonObject(json)) return leaf(json);
	return Object.fromEntries(Object.entries(json).map(([member, of]) => [member, everywhere(of, leaf)]));
};

const wrongType = (value: Json): Json => (typeof value === "string" ? 5 : typeof value === "number" ? "x" : [{}]);

const onlyRegistrations = (otherwise: Reply) => (request: Request) =>
	request.operation.startsWith("Register") ? request.honest() : otherwise;

let token = 0;
const nextToken = () => {
	token += 1;
	return `page-${token}`;
};

interface Hostile {
	readonly what: string;
	readonly replyTo: (request: Request) => Reply | Promise<Reply>;
	readonly verdict: string;
}

const hostiles: readonly Hostile[] = [
	{ what: "is honest", replyTo: (request) => request.honest(), verdict: "pass" },
	{ what: "closes every connection", replyTo: () => "close", verdict: "inconclusive" },
	{ what: "closes the connection after the fixtures", replyTo: onlyRegistrations("close"), verdict: "inconclusive" },
	{ what: "breaks off in the middle of answers", replyTo: onlyRegistrations("cut"), verdict: "inconclusive" },
	{ what: "speaks no HTTP", replyTo: () => "noise", verdict: "inconclusive" },
	{ what: "answers everything with HTML", replyTo: () => ({ status: 200, body: "<html>" }), verdict: "error" },
	{ what: "answers calls with HTML", replyTo: onlyRegistrations({ status: 200, body: "<html>" }), verdict: "fail" },
	{
		what: "answers calls with HTTP 500 and a page",
		replyTo: onlyRegistrations({ status: 500, body: "<html>" }),
		verdict: "fail",
	},
	{ what: "says HTTP 501 to calls", replyTo: onlyRegistrations({ status: 501, body: "" }), verdict: "unsupported" },
	{
		what: "says that it knows no operation",
		replyTo: () => json({ __type: "UnknownOperationException" }, 400),
		verdict: "unsupported",
	},
	{ what: "answers everything with nothing", replyTo: () => ({ status: 200, body: "" }), verdict: "fail" },
	{ what: "answers everything with an empty object", replyTo: () => json({}), verdict: "fail" },
	{
		what: "answers calls with an empty object but starts",
		replyTo: (request) => (/^(Register|Start)/.test(request.operation) ? request.honest() : json({})),
		verdict: "fail",
	},
	{ what: "answers calls with a list", replyTo: onlyRegistrations(json([])), verdict: "fail" },
	{ what: "answers calls with null", replyTo: onlyRegistrations(json(null)), verdict: "fail" },
	{ what: "sends an answer without an end", replyTo: onlyRegistrations("endless"), verdict: "fail" },
	{
		what: "pages histories without an end, with ever new tokens",
		replyTo: (request) =>
			request.operation === "GetWorkflowExecutionHistory" ? json({ events: [], nextPageToken: nextToken() }) : request.honest(),
		verdict: "fail",
	},
	{
		what: "pages decision tasks without an end, with ever new tokens",
		replyTo: async (request) => {
			if (request.operation !== "PollForDecisionTask") return request.honest();
			const { nextPageToken, ...input } = request.input;
			if (nextPageToken !== undefined) return json({ taskToken: "x", startedEventId: 1, events: [], nextPageToken: nextToken() });
			return changed((answer) => (isJsonObject(answer) ? { ...answer, nextPageToken: nextToken() } : answer))({
				...request,
				input,
			});
		},
		verdict: "fail",
	},
	{
		what: "has texts for numbers and numbers for texts everywhere",
		replyTo: changed((answer) => everywhere(answer, wrongType)),
		verdict: "fail",
	},
	{ what: "has null for every value", replyTo: changed((answer) => everywhere(answer, () => null)), verdict: "fail" },
	{
		what: "gives decision tasks without an execution",
		replyTo: changed((answer, { operation }) =>
			operation === "PollForDecisionTask" && isJsonObject(answer)
				? { ...answer, taskToken: "x", workflowExecution: null }
				: answer,
		),
		verdict: "fail",
	},
	{
		what: "gives tasks of others without an end",
		replyTo: (request) =>
			request.operation.startsWith("Poll")
				? json({ taskToken: "x", startedEventId: 1, workflowExecution: { workflowId: "other", runId: "other" }, events: [] })
				: request.honest(),
		verdict: "fail",
	},
	{
		what: "gives events without attributes",
		replyTo: changed((answer) =>
			isJsonObject(answer) && Array.isArray(answer["events"])
				? {
						...answer,
						events: (answer["events"] as readonly Json[]).map((event) =>
							isJsonObject(event) ? { eventType: event["eventType"] ?? null } : event,
						),
					}
				: answer,
		),
		verdict: "fail",
	},
	{
		what: "gives null, texts and lists for events",
		replyTo: changed((answer) =>
			isJsonObject(answer) && Array.isArray(answer["events"]) ? { ...answer, events: [null, "x", [], 5, {}] } : answer,
		),
		verdict: "fail",
	},
	{
		what: "sends members named __proto__ and constructor",
		replyTo: async (request) => {
			const { status, body, headers } = await request.honest();
			return {
				status,
				headers,
				body: body.replace(/^\{/, '{"__proto__":{"taskToken":"p","events":[]},"constructor":{"prototype":{"runId":"p"}},'),
			};
		},
		verdict: "pass",
	},
	{
		what: "sends 3 MB beside every answer",
		replyTo: async (request) => {
			const { status, body, headers } = await request.honest();
			return { status, headers, body: body.replace(/^\{(?=")/, `{"more":"${"x".repeat(3_000_000)}",`) };
		},
		verdict: "pass",
	},
	{
		what: "nests its answers without an end",
		replyTo: onlyRegistrations({ status: 200, body: `{"runId":"r","events":${"[".repeat(20_000)}${"]".repeat(20_000)}}` }),
		verdict: "fail",
	},
];

describe.each(kinds.map((kind) => [kind.name, kind] as const))("through %s, a target that", (_name, kind) => {
	test.each(hostiles.map((hostile) => [hostile.what, hostile] as const))(
		"%s",
		{ timeout: 30_000 },
		async (_, { replyTo, verdict }) => {
			const result = await played(kind, replyTo);
			expect({ verdict: result.verdict, trouble: result.evidence.trouble }).not.toMatchObject({ trouble: { kind: "kit" } });
			expect(result.verdict).toBe(verdict);
		},
	);

	test("hangs is given up at the deadline of each request, and the case is inconclusive", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const { verdict, reason } = await played(kind, (request) => {
			if (request.operation.startsWith("Register")) return request.honest();
			setImmediate(() => vi.advanceTimersByTime(10_000));
			return "hang";
		});
		expect({ verdict, reason }).toEqual({ verdict: "inconclusive", reason: "StartWorkflowExecution: no answer within 10 s" });
	});
});
