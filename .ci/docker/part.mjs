// Plays the suites on containers that the kit starts by itself, and on such as die, do not listen or are slow; ends runs in many ways, and wants nothing left
// of any. Usage: .ci/docker/with-engine node .ci/docker/check-containers.mjs IMAGE   (IMAGE is that of this project's Dockerfile)
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as passing } from "node:timers/promises";
import { docker, logOf, nothingIsLeft, reportOf, runKit, startKit, startupSeconds, told, unexpected } from "./kit-runs.mjs";

const [image] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "containers-"));
const folder = (name) => join(scratch, name);
const serve = ["node", "/opt/swf-conformance/dist/harness/cli.js", "serve", "--host", "0.0.0.0", "--port", "4567"];

/** Images of the same server: some misbehave before it serves, and all have a volume without a name, which must go with the container. */
const strange = {
	dies: ["node", "-e", "console.error('the database is missing'); process.exit(7)"],
	deaf: ["node", "-e", "console.log('thinking'); setInterval(() => undefined, 1000)"],
	hoarding: serve,
	slow: ["sh", "-c", `sleep 3 && exec ${serve.join(" ")}`],
};
const strangeImage = (name) => `${image}-${name}`;
for (const [name, entrypoint] of Object.entries(strange)) {
	const dockerfile = `FROM ${image}\nVOLUME /data\nENTRYPOINT ${JSON.stringify(entrypoint)}\n`;
	execFileSync("docker", ["build", "--quiet", "--tag", strangeImage(name), "-"], {
		input: dockerfile,
		stdio: ["pipe", "ignore", "inherit"],
	});
}

const config = folder("swf-conformance.config.yaml");
writeFileSync(
	config,
	`targets:
  ours: { target: "image:${image}", port: 4567, wait: "http:/_swf/health", concurrency: 32 }
  slow: { target: "image:${strangeImage("slow")}", startup: 30, client: wire }
  deaf: { target: "image:${strangeImage("deaf")}", startup: 3, env: { SECRET_TOKEN: { from: CANARY } } }
`,
);
const configured = (name, ...args) => ["--config", config, "--target", name, ...args];

async function holds(claim, check) {
	try {
		const more = await check();
		await nothingIsLeft();
		process.stdout.write(`  ${claim}${more === undefined ? "" : ` (${more})`}\n`);
	} catch (error) {
		process.stdout.write(`  NOT TRUE: ${claim}: ${error.message}\n`);
		process.exitCode = 1;
	}
}



await holds("a container that is slow to start is waited for", async () => {
	const { code, err } = await runKit(folder("slow"), ["domains/**", ...configured("slow")]);
	assert.equal(code, 0, err.slice(-2000));
	assert.equal(reportOf(folder("slow")).client.name, "wire");
});

await holds("one that dies at once ends the run with 3 and its last words", async () => {
	const { code, err, seconds } = await runKit(folder("dies"), [
		"--target",
		`image:${strangeImage("dies")}`,
		"--target-port",
		"4567",
	]);
	assert.equal(code, 3, err);
	assert.match(err, /ended with exit code 7 before it was ready[\s\S]*the database is missing/);
	return `${seconds.toFixed(1)} s`;
});

await holds("one that never listens as well, and no secret of it is told", async () => {
	const { code, err } = await runKit(folder("deaf"), configured("deaf"), { CANARY: "canary-of-the-deaf" });
	assert.equal(code, 3, err);
	assert.match(err, /was not ready within 3 s[\s\S]*thinking/);
	assert.match(logOf(folder("deaf")), /thinking/);
});

await holds("an image that is nowhere ends the run with 3 and the engine's reason", async () => {
	const { code, err } = await runKit(folder("nowhere"), ["--target", "image:127.0.0.1:9/nowhere:1", "--target-port", "1"]);
	assert.equal(code, 3, err);
	assert.match(err, /the image 127\.0\.0\.1:9\/nowhere:1 is not here and cannot be pulled: .*refused/);
});

await holds("one that is killed in the middle leaves a whole report with the rest inconclusive", async () => {
	const run = startKit(folder("killed"), configured("ours", "--concurrency", "4"));
	await run.says("\npass");
	await docker("kill", await docker("ps", "--quiet", "--filter", "label=swf-conformance.run"));
	const { code, err, seconds } = await run.ended;
	assert.equal(code, 4, err.slice(-2000));
	const report = reportOf(folder("killed"));
	
	const gone = report.cases.filter(({ reason }) => reason?.includes("the container ended with exit code 137"));
	assert(gone.length > 1000, `${gone.length} cases tell that the container ended; ${told(report)}`);
	assert.match(logOf(folder("killed")), /4567/);
	return `${told(report)} in ${seconds.toFixed(1)} s`;
});

await holds("fifty runs that are ended at spread moments leave no container, volume or network", async () => {
	const args = ["domains/**", "--target", `image:${strangeImage("hoarding")}`, "--quiet"];
	const whole = (await runKit(folder("whole"), args)).seconds;
	const ends = new Map();
	const one = async (index) => {
		const signal = ["SIGINT", "SIGTERM", "SIGKILL"][index % 3];
		const run = startKit(folder(`ended-${index}`), args, { TESTCONTAINERS_RYUK_DISABLED: "true" });
		await passing((index / 50) * whole * 1500);
		run.child.kill(signal);
		const { code, signal: by, err } = await run.ended;
		assert([0, 130, null].includes(code), `${signal} ended a run with ${code}: ${err.slice(-1000)}`);
		ends.set(by ?? code, (ends.get(by ?? code) ?? 0) + 1);
	};
	const queue = Array.from({ length: 50 }, (_, index) => index);
	const lane = async () => {
		for (let index = queue.shift(); index !== undefined; index = queue.shift()) await one(index);
	};
	await Promise.all([lane(), lane(), lane()]);
	return [...ends].map(([end, count]) => `${count} ended with ${end}`).join(", ");
});

await Promise.all(Object.keys(strange).map((name) => docker("image", "rm", "--force", strangeImage(name))));
rmSync(scratch, { recursive: true, force: true });
