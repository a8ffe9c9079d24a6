// Runs of the kit and what they leave on the engine, for check-containers.mjs.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as passing } from "node:timers/promises";
import { promisify } from "node:util";

export const docker = async (...args) => (await promisify(execFile)("docker", args)).stdout.trim();
const lines = (text) => text.split("\n").filter((line) => line !== "");

/** Everything of the engine that a run might leave there. */
async function present() {
	const [containers, volumes, networks] = await Promise.all([
		docker("ps", "--all", "--quiet", "--no-trunc"),
		docker("volume", "ls", "--quiet"),
		docker("network", "ls", "--quiet", "--no-trunc"),
	]);
	return new Set([...lines(containers), ...lines(volumes), ...lines(networks)]);
}

const before = await present();

/** Throws if there is anything on the engine, half a minute from now at the latest, that was not there at first. */
export async function nothingIsLeft() {
	const deadline = performance.now() + 30_000;
	for (;;) {
		const left = [...(await present())].filter((one) => !before.has(one));
		if (left.length === 0) return;
		assert(performance.now() < deadline, `left behind: ${left.join(" ")}`);
		await passing(200);
	}
}

/** Starts a run; `ended` tells its exit code, what it printed and how long it took. */
export function startKit(folder, args, environment = {}) {
	const began = performance.now();
	const child = spawn(process.execPath, ["dist/harness/cli.js", "run", "--out", folder, ...args], {
		env: { ...process.env, NO_COLOR: "1", ...environment },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const printed = { out: "", err: "" };
	const waiting = [];
	child.stdout.setEncoding("utf8").on("data", (chunk) => (printed.out += chunk));
	child.stderr.setEncoding("utf8").on("data", (chunk) => {
		printed.err += chunk;
		for (const { text, tell } of waiting) if (printed.err.includes(text)) tell();
	});
	const ended = new Promise((resolve) => {
		child.once("close", (code, signal) => resolve({ code, signal, ...printed, seconds: (performance.now() - began) / 1000 }));
	});
	const says = (text) =>
		Promise.race([
			new Promise((tell) => waiting.push({ text, tell })),
			ended.then(({ code, err }) => assert.fail(`the run ended with ${code} before it said "${text}": ${err.slice(-2000)}`)),
		]);
	return { child, ended, says };
}

export const runKit = (...args) => startKit(...args).ended;

/** Cases that were not to end so, in a few words each. */
export const unexpected = ({ cases }) =>
	cases
		.filter(({ verdict }) => ["fail", "unexpected-pass", "error", "inconclusive"].includes(verdict))
		.map(({ id, verdict, reason, findings }) => `${verdict} ${id}: ${reason ?? findings[0]?.message}`)
		.join("; ");

export const reportOf = (folder) => JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
export const logOf = (folder) =>
	existsSync(join(folder, "container.log")) ? readFileSync(join(folder, "container.log"), "utf8") : "";

/** Seconds from the order to start the container until it served, as the kit tells them. */
export const startupSeconds = (err) => Number(/is ready at \S+ after ([\d.]+) s/.exec(err)?.[1]);

export const told = ({ summary: { verdicts } }) =>
	Object.entries(verdicts)
		.filter(([, count]) => count > 0)
		.map(([verdict, count]) => `${count} ${verdict}`)
		.join(", ");
