import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLineFile } from "./line-file.ts";
import { UnwrittenError } from "./unwritten.ts";

let folder: string;
let path: string;
const told: string[] = [];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "line-file-"));
	path = join(folder, "out", "evidence.ndjson");
	await mkdir(join(folder, "out"));
	told.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const spareOf = (name: string) => async (): Promise<string> => {
	await mkdir(join(folder, name), { recursive: true });
	return join(folder, name);
};
const options = { tell: (line: string) => void told.push(line), spare: () => spareOf("spare")() };

/** Opens files that take so many bytes each, and the last of them only in part, as a disk does that is full. */
const diskOf =
	(room: (path: string) => number): typeof open =>
	async (at, flags) => {
		const handle = await open(at, flags);
		const write = handle.write.bind(handle);
		let left = room(String(at));
		Object.assign(handle, {
			write: (bytes: Buffer, offset: number, length: number, position: number) => {
				if (left === 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
				const taken = Math.min(length, left);
				left -= taken;
				return write(bytes, offset, taken, position);
			},
		});
		return handle;
	};

test("lines are found in the order of their writing, and each is read again by its place", async () => {
	await using file = await openLineFile(path, options);
	const spans = await Promise.all(["eins\n", "zwölf\n", "三\n"].map((line) => file.write(line)));
	expect(await readFile(path, "utf8")).toBe("eins\nzwölf\n三\n");
	expect(await Promise.all(spans.toReversed().map((span) => file.read(span)))).toEqual(["三\n", "zwölf\n", "eins\n"]);
});

test("when the disk is full all of it goes on in the spare folder, which is told once, and nothing is left in its place", async () => {
	await using file = await openLineFile(path, { ...options, openFile: diskOf((at) => (at === path ? 8 : 1_000)) });
	const spans = [await file.write("first\n"), await file.write("second\n"), await file.write("third\n")];
	const kept = join(folder, "spare", "evidence.ndjson");
	expect(file.path).toBe(kept);
	expect(await readFile(kept, "utf8")).toBe("first\nsecond\nthird\n");
	expect(await Promise.all(spans.map((span) => file.read(span)))).toEqual(["first\n", "second\n", "third\n"]);
	expect(existsSync(path)).toBe(false);
	expect(told).toEqual([`${path}: no space left on device (ENOSPC); what is measured is kept in ${kept}`]);
});

test("when there is no room anywhere each write says so, and whole lines are kept where they were", async () => {
	await using file = await openLineFile(path, { ...options, openFile: diskOf((at) => (at === path ? 8 : 3)) });
	await file.write("first\n");
	for (const line of ["second\n", "third\n"]) {
		const error: unknown = await file.write(line).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(UnwrittenError);
		expect(String(error)).toContain(`What was measured until then is in ${path}`);
	}
	expect(await readFile(path, "utf8")).toBe("first\n");
});

test("when the spare folder is full too, what is there is told and not copied over itself", async () => {
	await using file = await openLineFile(path, { ...options, openFile: diskOf((at) => (at === path ? 8 : 15)) });
	await file.write("first\n");
	await file.write("second\n");
	const kept = join(folder, "spare", "evidence.ndjson");
	await expect(file.write("third\n")).rejects.toThrow(`What was measured until then is in ${kept}`);
	expect(await readFile(kept, "utf8")).toBe("first\nsecond\n");
});

test("a device stays where it is", async () => {
	await symlink("/dev/full", path);
	await using file = await openLineFile(path, options);
	await file.write("first\n");
	expect(await readFile(join(folder, "spare", "evidence.ndjson"), "utf8")).toBe("first\n");
	expect(existsSync(path)).toBe(true);
});

test("a folder that vanished is there again when the file is settled", async () => {
	await using file = await openLineFile(path, options);
	await file.write("first\n");
	await rm(join(folder, "out"), { recursive: true });
	await file.write("second\n");
	await file.settle();
	expect(await readFile(path, "utf8")).toBe("first\nsecond\n");
	expect(told).toEqual([]);
});

test("what somebody else put in its place is left to them", async () => {
	await using file = await openLineFile(path, options);
	await file.write("first\n");
	await rename(path, `${path}.moved`);
	await writeFile(path, "theirs");
	await file.settle();
	expect(await readFile(path, "utf8")).toBe("theirs");
	expect(await readFile(file.path, "utf8")).toBe("first\n");
	expect(told).toEqual([`${path}: it was taken away; what is measured is kept in ${join(folder, "spare", "evidence.ndjson")}`]);
});
