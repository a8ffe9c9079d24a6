import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verdicts } from "../../reports/report.ts";
import { packageRoot } from "../cli/corpus.ts";
import { pageActions } from "./page-commands.ts";
import { pagesWithCommands } from "./pages.ts";
import { isShown, playPage } from "./play-page.ts";
import type { Scratch } from "./scratch.ts";

const textOf = (path: string): string => readFileSync(join(packageRoot, path), "utf8");
const block = (language: string, text: string, ...marks: readonly string[]): string =>
	[...marks.map((mark) => `<!-- ${mark} -->`), `\`\`\`${language}`, text, "```", ""].join("\n");

/** A folder with nothing in it. */
async function createFolder(): Promise<Scratch> {
	const folder = await mkdtemp(join(tmpdir(), "swf-conformance-page-"));
	return { folder, environment: process.env, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test("every block of commands on every page can be run, or says why not and which lane runs its like", () => {
	const lanes = [...textOf(".ci/run").matchAll(/^lane "([^"]+)"/gm)].map(([, name]) => name);
	const actions = pagesWithCommands().flatMap((path) => pageActions(textOf(path)));
	const unknown = actions.flatMap((action) => (action.kind === "not run" && !lanes.includes(action.lane) ? [action] : []));
	expect(unknown).toEqual([]);
	expect(actions.filter(({ kind }) => kind === "commands").length).toBeGreaterThan(40);
});

test("a mark that means nothing is refused with its line", () => {
	expect(() => pageActions(`# Page\n\n${block("sh", "true", "not run")}`)).toThrow('line 5: "not run" is none of');
});

test("a comment that does not stand right above a block is no mark", () => {
	expect(pageActions(`<!-- not run -->\n\ntext\n\n${block("sh", "true")}`)).toMatchObject([{ kind: "commands", exitCode: 0 }]);
});

test("an ellipsis stands for a part of a line, or for lines", () => {
	expect(isShown("pass … ms\n…\nend", "pass 12 ms\na\nb\nend\n")).toBe(true);
	expect(isShown("pass … ms\n…\nend", "pass 12 s\nend\n")).toBe(false);
	expect(isShown("one", "one\ntwo\n")).toBe(false);
	expect(isShown("1.5", "1x5")).toBe(false);
});

test("the page on reports tells every verdict", () => {
	for (const verdict of verdicts) expect(textOf("docs/read-a-report.md")).toContain(`| \`${verdict}\` |`);
});

test("the page on expectations tells every member of an entry", () => {
	const { $defs } = JSON.parse(textOf("specs/expectations.schema.json"));
	for (const member of Object.keys($defs.entry.properties)) expect(textOf("docs/expectations.md")).toContain(`| \`${member}\` |`);
});

test("a page is followed in order, files and hidden preparations among its commands", async () => {
	const page = [
		block("yaml", "# notes.yaml\na: 1"),
		block("console", "$ cat notes.yaml prepared\n# notes.yaml\na: 1\n…", "before: echo this > prepared"),
		block("yaml", "# notes.yaml\na: 2"),
		block("sh", "grep -q 'a: 2' notes.yaml"),
		block("sh", "exit 3", "exit code: 3"),
	].join("\n");
	expect(await playPage(page, createFolder)).toEqual({ run: 4, notRun: [], problems: [] });
});

test("a page that promises what is not so is told with the line and what was seen", async () => {
	const page = `${block("sh", "echo this\nfalse")}\n${block("console", "$ echo that\nthis")}`;
	const { problems } = await playPage(page, createFolder);
	expect(problems).toEqual([
		"line 2: echo this\nfalse\nended with 1, not 0:\nthis\n",
		"line 7: echo that\nprinted other than is shown:\nthat\n",
	]);
});
