import { build } from "../fixtures/build.ts";
import { behaviours } from "./behaviours.ts";
import { openHostile } from "./endpoint.ts";
import { failings, told, type Way, ways } from "./failings.ts";
import { passThrough } from "./pass-through.ts";
import { playHostile } from "./play-hostile.ts";
import { smallCorpus } from "./suites.ts";

// Every behaviour through the proxy and by one of the clients in turn, or with --whole by both, several at once, and a line for each. Words on the
// command line choose among the names; ways by their own.
const words = process.argv.slice(2).filter((word) => word !== "--whole");
const isWhole = process.argv.includes("--whole");
const chosenWays = ways.filter((way) => words.includes(way));
const patterns = words.filter((word) => !ways.some((way) => way === word)).map((word) => new RegExp(word));
const waysOf = (turn: number): readonly Way[] => {
	if (chosenWays.length > 0) return chosenWays;
	return isWhole ? ways : [turn % 2 === 0 ? "wire" : "sdk", "proxy"];
};
const queue = Object.entries(behaviours)
	.filter(([name]) => patterns.length === 0 || patterns.some((pattern) => pattern.test(name)))
	.flatMap(([name, behaviour], turn) => waysOf(turn).map((way) => ({ name, behaviour, way })))
	// Those that wait come first: at the end nobody is to wait for one of them alone.
	.sort((one, other) => Number(other.behaviour.hangs ?? false) - Number(one.behaviour.hangs ?? false));
const atOnce = 6;

const print = (text: string) => process.stdout.write(`${text}\n`);
const built = build(smallCorpus());
let failed = 0;
let most = { megabytes: 0, seconds: 0 };

async function tryOne({ name, behaviour, way }: (typeof queue)[number]): Promise<void> {
	const endpoint = await openHostile(behaviour);
	const played = await by(way, endpoint.url, behaviour.hangs === true);
	const wrong = failings(behaviour, way, played, endpoint);
	endpoint.close();
	const { megabytes, seconds } = played;
	most = { megabytes: Math.max(most.megabytes, megabytes), seconds: Math.max(most.seconds, seconds) };
	print(
		`${wrong.length === 0 ? "ok    " : "FAILED"} ${way.padEnd(5)} ${name}: ${told(played)} (${Math.round(megabytes)} MB, ${seconds.toFixed(1)} s)`,
	);
	for (const each of wrong) print(`         ${each}`);
	if (wrong.length === 0) return;
	failed += 1;
	const why = (played.report?.cases ?? []).map(
		({ verdict, reason, findings }) => `${verdict}: ${(reason ?? findings[0]?.message ?? "").slice(0, 160)}`,
	);
	for (const each of [...new Set(why)].slice(0, 4)) print(`           ${each}`);
	if (played.report === undefined) print(`           ${played.texts[0]?.slice(0, 400)}`);
}

const by = (way: Way, url: string, hangs: boolean) =>
	way === "proxy" ? passThrough(built, url, hangs) : playHostile(built, url, way, hangs);

async function worker(): Promise<void> {
	for (let next = queue.shift(); next !== undefined; next = queue.shift()) await tryOne(next);
}

const count = queue.length;
await Promise.all(Array.from({ length: atOnce }, worker));
built.remove();
print(`${count - failed} of ${count} as expected; at most ${Math.round(most.megabytes)} MB and ${Math.round(most.seconds)} s`);
process.exitCode = failed === 0 ? 0 : 1;
