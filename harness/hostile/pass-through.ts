import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import { wireClients } from "../clients/wire.ts";
import type { Built } from "../fixtures/build.ts";
import { canaries, type Played, start } from "./play-hostile.ts";

const domain = "d";
const type = { name: "t", version: "1" };
const execution = { workflowId: "w", runId: "unknown" };
const defaults = {
	defaultTaskList: { name: "l" },
	defaultTaskStartToCloseTimeout: "60",
	defaultExecutionStartToCloseTimeout: "600",
	defaultChildPolicy: "TERMINATE",
};

/** What somebody's tests ask for, one after the other. */
const calls: readonly (readonly [OperationName, JsonObject])[] = [
	["ListDomains", { registrationStatus: "REGISTERED" }],
	["RegisterDomain", { name: domain, workflowExecutionRetentionPeriodInDays: "1" }],
	["RegisterWorkflowType", { domain, ...type, ...defaults }],
	["StartWorkflowExecution", { domain, workflowId: "w", workflowType: type }],
	["CountOpenWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } }],
	["ListOpenWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } }],
	["PollForDecisionTask", { domain, taskList: { name: "l" } }],
	["DescribeWorkflowExecution", { domain, execution }],
	["GetWorkflowExecutionHistory", { domain, execution }],
	["DescribeDomain", { name: domain }],
];

const [impatience, patience] = [1_000, 20_000];

/** Has a client call an endpoint through the proxy, and ends it. @param hangs whether to be impatient */
export async function passThrough(built: Built, url: string, hangs: boolean): Promise<Played> {
	const { child, printed, played } = await start(built, ["proxy", "--to", url]);
	const proxied = await new Promise<string>((ready) =>
		child.stdout.once("data", () => ready((JSON.parse(printed.join("")) as { url: string }).url)),
	);
	const kind = wireClients();
	const client = kind.connect({
		endpoint: proxied,
		region: "us-east-1",
		credentials: {
			accessKeyId: canaries.AWS_ACCESS_KEY_ID,
			secretAccessKey: canaries.AWS_SECRET_ACCESS_KEY,
			sessionToken: canaries.AWS_SESSION_TOKEN,
		},
	});
	let runId = "unknown";
	for (const [operation, input] of calls) {
		const named = "execution" in input ? { ...input, execution: { ...execution, runId } } : input;
		const { outcome } = await client.send(operation, named, { signal: AbortSignal.timeout(hangs ? impatience : patience) });
		if (outcome.kind === "answer" && typeof outcome.output["runId"] === "string") runId = outcome.output["runId"];
	}
	kind.dispose();
	child.kill("SIGTERM");
	return played();
}
