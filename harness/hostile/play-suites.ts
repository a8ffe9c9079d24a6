import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { behaviours } from "./behaviours.ts";
import { openHostile } from "./endpoint.ts";
import { failings, told } from "./failings.ts";
import { playHostile } from "./play-hostile.ts";

// All of the suites, by the built command line, on endpoints of which each costs a run something else: time, memory or patience.
const folder = fileURLToPath(new URL("../..", import.meta.url));
const built = { cli: join(folder, "dist", "harness", "cli.js"), folder, remove: () => undefined };
const isWhole = process.argv.includes("--whole");
const words = process.argv.slice(2).filter((word) => word !== "--whole");
const chosen = [
	"hangs before the answer",
	"dies half way",
	"throttles for ever",
	"answers with a page of HTML",
	"gives a million events in pages of a thousand",
	// Six minutes of polls in vain, and 2 GB of evidence.
	...(isWhole || words.length > 0 ? ["hangs on polls only", "answers with 1 MB of blanks"] : []),
].filter((name) => words.length === 0 || words.includes(name));

async function tryOne(name: string): Promise<void> {
	const behaviour = behaviours[name];
	if (behaviour === undefined) throw new Error(`there is no ${name}`);
	const endpoint = await openHostile(behaviour);
	const played = await playHostile(built, endpoint.url, "wire", behaviour.hangs === true);
	// All of the suites hold cases that end before they come to the misbehaviour.
	const seen = told(played);
	const blamed = seen.includes("fail") && !behaviour.run.includes("fail") ? ["a case failed for it"] : [];
	const wrong = [...failings({ ...behaviour, run: seen }, "wire", played, endpoint), ...blamed];
	endpoint.close();
	const { report, megabytes, seconds } = played;
	const figures = `${report?.cases.length ?? 0} cases, ${Math.round(megabytes)} MB, ${Math.round(seconds)} s`;
	process.stdout.write(`${wrong.length === 0 ? "ok    " : "FAILED"} all suites, ${name}: ${seen} (${figures})\n`);
	for (const each of wrong) process.stdout.write(`         ${each}\n`);
	if (wrong.length > 0) process.exitCode = 1;
}

// The longest wait for most of their time, so that several at once take little more than one.
const queue = [...chosen];
const atOnce = 3;
async function worker(): Promise<void> {
	for (let next = queue.shift(); next !== undefined; next = queue.shift()) await tryOne(next);
}
await Promise.all(Array.from({ length: atOnce }, worker));
