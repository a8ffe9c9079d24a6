import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openContainerLog } from "./container-log.ts";

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "container-log-"));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
async function logged(output: Readable, secrets: readonly string[] = []) {
	count += 1;
	const log = await openContainerLog(join(folder, "new", `${count}.log`), secrets);
	await log.follow(output);
	await log.close();
	return { log, text: await readFile(log.file, "utf8") };
}

test("what was printed is in the file, whatever the pieces in which it came", async () => {
	const euro = Buffer.from("€ rest\r\nlast");
	const { text } = await logged(
		Readable.from([Buffer.from("one\ntw"), Buffer.from("o\n"), euro.subarray(0, 1), euro.subarray(1)]),
	);
	expect(text).toBe("one\ntwo\n€ rest\nlast\n");
});

test("secrets, colours and other controls are not", async () => {
	const { log, text } = await logged(
		Readable.from([
			"token=hush-hush-hush\n",
			"\u001b[31mred\u001b[0m\ttab \u0007 bell\n",
			"Authorization: Bearer abc\n",
			"AKIAIOSFODNN7EXAMPLE\n",
		]),
		["hush-hush-hush"],
	);
	expect(text).toBe("token=[redacted]\nred    tab \\u0007 bell\nAuthorization: [redacted]\n[redacted]\n");
	expect(log.last().join("\n")).not.toMatch(/hush|AKIA/);
});

test("the last lines are kept, oldest first", async () => {
	const { log } = await logged(Readable.from(Array.from({ length: 100 }, (_, index) => `line ${index}\n`)));
	expect(log.last()).toEqual(Array.from({ length: 20 }, (_, index) => `line ${80 + index}`));
});

test("a text is heard of when its line was printed", async () => {
	const output = new PassThrough();
	const log = await openContainerLog(join(folder, "heard.log"), [], "ready at 4567");
	const following = log.follow(output);
	output.write("not yet\nnow ready at 4567\n");
	await log.heard;
	output.end();
	await following;
	await log.close();
});

test("a line and a file have an end, though a container may print without one", async () => {
	const mebibyte = "x".repeat(1024 * 1024);
	const endless = Array.from({ length: 64 }, () => mebibyte);
	expect((await logged(Readable.from(endless))).text).toHaveLength(16_384 + 1);
	const lines = Array.from({ length: 2_000 }, () => `${"y".repeat(16_000)}\n`);
	const { log, text } = await logged(Readable.from([...lines, "the end\n"]));
	expect(text.length).toBeLessThan(17 * 1024 * 1024);
	expect(text.endsWith("… what it printed later was left out\n")).toBe(true);
	expect(log.last().at(-1)).toBe("the end");
});
