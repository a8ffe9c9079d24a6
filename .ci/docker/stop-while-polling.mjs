// An SDK call waits for a decision task while its container is stopped: it is answered, and the server ends well.
// Usage: node .ci/docker/stop-while-polling.mjs HOST:PORT CONTAINER
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PollForDecisionTaskCommand, RegisterDomainCommand, SWFClient } from "@aws-sdk/client-swf";

const [address = "", container = ""] = process.argv.slice(2);
const docker = async (...args) => (await promisify(execFile)("docker", args)).stdout.trim();
const deadline = AbortSignal.timeout(30_000);

const swf = new SWFClient({
	endpoint: `http://${address}`,
	region: "eu-west-1",
	credentials: { accessKeyId: "AKIDANNA", secretAccessKey: "anna-secret" },
	maxAttempts: 1,
});
const domain = "stopped-while-polling";
await swf.send(new RegisterDomainCommand({ name: domain, workflowExecutionRetentionPeriodInDays: "1" }));

async function waitingPolls() {
	const { places } = await (await fetch(`http://${address}/_swf/list`, { signal: deadline })).json();
	return places.reduce((sum, place) => sum + place.waitingPolls, 0);
}

const poll = swf.send(new PollForDecisionTaskCommand({ domain, taskList: { name: "idle" } }), { abortSignal: deadline });
while ((await waitingPolls()) === 0);
await docker("stop", container);
const { taskToken, startedEventId } = await poll;
assert.deepEqual({ taskToken, startedEventId }, { taskToken: "", startedEventId: 0 }, "the poll gets the empty task");
assert.equal(await docker("inspect", "--format", "{{.State.ExitCode}}", container), "0", "exit code of the stopped server");
