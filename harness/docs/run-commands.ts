import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../cli/corpus.ts";
import { errorText } from "../unwritten.ts";
import { pagesWithCommands } from "./pages.ts";
import { type Followed, playPage } from "./play-page.ts";

/**
 * Does what the pages have their readers do, two pages at a time, and ends with 1 where it does not come out as they say. Words after the command
 * pick the pages whose paths contain one of them.
 */

const say = (text: string) => process.stdout.write(`${text}\n`);
const atOnce = 2;

async function follow(path: string): Promise<Followed> {
	try {
		return await playPage(await readFile(join(packageRoot, path), "utf8"));
	} catch (error) {
		return { run: 0, notRun: [], problems: [errorText(error)] };
	}
}

if (!existsSync(join(packageRoot, "dist/harness/cli.js"))) {
	say("the commands of the pages cannot be run: there is no dist; npm run build makes it");
	process.exit(1);
}
const words = process.argv.slice(2);
const waiting = pagesWithCommands().filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
const followed: (readonly [path: string, Followed])[] = [];
const pages = waiting.values();
const began = Date.now();
await Promise.all(
	Array.from({ length: atOnce }, async () => {
		for (const path of pages) {
			const at = Date.now();
			const one = await follow(path);
			followed.push([path, one]);
			if (one.run + one.problems.length > 0)
				say(`${path}: ${one.run} run, ${one.problems.length} wrong, ${Math.round((Date.now() - at) / 1_000)} s`);
			for (const problem of one.problems) say(`${path}, ${problem}\n`);
		}
	}),
);
const sum = (count: (one: Followed) => number): number => followed.reduce((total, [, one]) => total + count(one), 0);
for (const [path, { notRun }] of followed)
	for (const { line, reason, lane } of notRun) say(`${path}, line ${line}: not run: ${reason}; lane ${lane}`);
const wrong = sum(({ problems }) => problems.length);
say(
	`${sum(({ run }) => run)} blocks of commands run, ${wrong} wrong, ${sum(({ notRun }) => notRun.length)} not run; ${Math.round((Date.now() - began) / 1_000)} s`,
);
process.exitCode = wrong > 0 ? 1 : 0;
