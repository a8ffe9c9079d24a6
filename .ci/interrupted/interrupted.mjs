// Usage: node .ci/interrupted/interrupted.mjs [RUNS]   50 without it; half of them are killed, half interrupted, four at a time.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as passing } from "node:timers/promises";

const runs = Number(process.argv[2] ?? 50);
const atOnce = 4;
const cli = "dist/harness/cli.js";
const pattern = ["termination/**", "child-policies/**", "domains/**", "continue-as-new/**"];
const folder = await mkdtemp(join(tmpdir(), "interrupted-"));

const keyOf = (name) => ({ accessKeyId: `AKID${name}`, secretAccessKey: `secret-of-${name}` });
const environmentOf = ({ accessKeyId, secretAccessKey }) => ({
	...process.env,
	...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: "us-east-1" },
});
const [runner, other] = [keyOf("RUNNER"), keyOf("OTHER")];

function start(args, environment) {
	const child = spawn(process.execPath, [cli, ...args], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
	const said = { out: "", err: "" };
	child.stdout.on("data", (chunk) => {
		said.out += chunk;
	});
	child.stderr.on("data", (chunk) => {
		said.err += chunk;
	});
	const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal, ...said })));
	return { child, ended, said };
}

const policy = await start(["doctor", "--target", "aws:us-east-1", "--policy", ...pattern], process.env).ended;
assert.equal(policy.code, 0, policy.err);
const config = {
	...{ auth: "verify", account: "123456789012", region: "us-east-1", visibilityLag: { listings: 1 } },
	limits: { rates: "documented" },
	principals: [
		{ name: "runner", ...runner, policy: JSON.parse(policy.out) },
		{ name: "other", ...other },
	],
};
await writeFile(join(folder, "serve.json"), JSON.stringify(config));
const server = start(["serve", "--config", join(folder, "serve.json")], process.env);
process.once("exit", () => {
	server.child.kill();
	rmSync(folder, { recursive: true, force: true });
});
while (!server.said.out.includes("\n")) {
	assert.equal(server.child.exitCode, null, `serve ended: ${server.said.err}`);
	await passing(20);
}
const { url } = JSON.parse(server.said.out);

const { SWFClient, ...commands } = await import("@aws-sdk/client-swf");
const client = new SWFClient({ endpoint: url, region: "us-east-1", credentials: other });
const ask = (name, input) => client.send(new commands[`${name}Command`](input));
const type = { name: "workflow-of-others", version: "1" };
await ask("RegisterDomain", { name: "of-others", workflowExecutionRetentionPeriodInDays: "1" });
await ask("RegisterWorkflowType", { domain: "of-others", ...type });
await ask("StartWorkflowExecution", {
	...{ domain: "of-others", workflowId: "execution-of-others", workflowType: type, taskList: { name: "l" } },
	...{ childPolicy: "TERMINATE", taskStartToCloseTimeout: "60", executionStartToCloseTimeout: "3600" },
});

/** Names of what is open or registered, in any domain. */
async function present() {
	const found = [];
	for (const registrationStatus of ["REGISTERED", "DEPRECATED"]) {
		const { domainInfos } = await ask("ListDomains", { registrationStatus });
		for (const { name: domain } of domainInfos) {
			if (registrationStatus === "REGISTERED") found.push(`domain ${domain}`);
			const startTimeFilter = { oldestDate: new Date(0) };
			const { executionInfos } = await ask("ListOpenWorkflowExecutions", { domain, startTimeFilter });
			found.push(...executionInfos.map(({ execution }) => `execution ${execution.workflowId}`));
			for (const kind of ["WorkflowType", "ActivityType"]) {
				const { typeInfos } = await ask(`List${kind}s`, { domain, registrationStatus: "REGISTERED" });
				found.push(...typeInfos.map((info) => `type ${(info.workflowType ?? info.activityType).name}`));
			}
		}
	}
	return found.sort();
}
const ofOthers = ["domain of-others", "execution execution-of-others", "type workflow-of-others"];

/** Runs, ends the run after so long, and sweeps behind it. Returns whether it had begun to make anything. */
async function interrupted(number) {
	const out = join(folder, String(number));
	const signal = number % 2 === 0 ? "SIGKILL" : "SIGINT";
	const args = ["run", ...pattern, "--target", url, "--out", out, "--quiet", "--concurrency", "4"];
	const { child, ended } = start(args, environmentOf(runner));
	const ledger = join(out, "ledger.ndjson");
	for (let waited = 0; !existsSync(ledger) && waited < 2_000 && child.exitCode === null; waited += 1) await passing(10);
	await passing((number * 67) % 1_500);
	child.kill(signal);
	const { code, err } = await ended;
	if (signal === "SIGINT") assert.ok(code === 130 || code === 0, `run ${number} ended with ${code}: ${err}`);
	if (!existsSync(ledger)) return false;
	const swept = await start(["sweep", ledger], environmentOf(runner)).ended;
	assert.equal(swept.code, 0, `sweep ${number}: ${swept.out}${swept.err}`);
	const again = await start(["sweep", ledger], environmentOf(runner)).ended;
	assert.equal(again.out, "nothing is left\n");
	return true;
}

try {
	let next = 0;
	let begun = 0;
	const worker = async () => {
		for (let number = next++; number < runs; number = next++) if (await interrupted(number)) begun += 1;
	};
	// All of them end before anything is judged, so that none is left running.
	const workers = await Promise.allSettled(Array.from({ length: atOnce }, worker));
	for (const { status, reason } of workers) if (status === "rejected") throw reason;
	assert.ok(begun >= runs * 0.9, `only ${begun} of ${runs} runs had begun when they were ended`);
	// Lists lag by a second.
	await passing(1_500);
	assert.deepEqual(await present(), ofOthers);
	process.stdout.write(`${runs} runs ended in the middle, ${begun} of them at work: nothing left, nothing of others touched\n`);
} finally {
	server.child.kill();
	await server.ended;
}
