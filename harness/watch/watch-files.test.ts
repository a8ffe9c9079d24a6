import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watchFiles } from "./watch-files.ts";

let folder: string;
let close: () => void;
let told: string[];
let hear: () => void;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "swf-conformance-"));
	[told, hear] = [[], () => undefined];
	await mkdir(join(folder, "tree/inner"), { recursive: true });
	for (const name of ["a", "b", "c"]) await writeFile(join(folder, `tree/inner/${name}.yaml`), name);
	close = await watchFiles({
		trees: [join(folder, "tree")],
		files: [join(folder, "alone.txt")],
		wants: (path) => path.endsWith(".yaml"),
		changed: (paths) => {
			told.push(...paths.map((path) => path.slice(folder.length + 1)));
			hear();
		},
		failed: (error) => {
			throw error;
		},
	});
});
afterEach(async () => {
	close();
	await rm(folder, { recursive: true });
});

/** Resolves when all of these have been told of, in whatever order and pieces; with all that was. */
const telling = (...paths: readonly string[]) =>
	new Promise<readonly string[]>((resolve) => {
		hear = () => {
			if (paths.every((path) => told.includes(path))) resolve([...new Set(told.splice(0))].sort());
		};
		hear();
	});

test("a file that is written, replaced by another of the same text or taken away is told of", async () => {
	// A file each: one that is written may be told of twice, when it is emptied and when it is full.
	await writeFile(join(folder, "tree/inner/a.yaml"), "other");
	expect(await telling("tree/inner/a.yaml")).toEqual(["tree/inner/a.yaml"]);
	await writeFile(join(folder, "tree/inner/b.yaml~"), "b");
	await rename(join(folder, "tree/inner/b.yaml~"), join(folder, "tree/inner/b.yaml"));
	expect(await telling("tree/inner/b.yaml")).toContain("tree/inner/b.yaml");
	await rm(join(folder, "tree/inner/c.yaml"));
	expect(await telling("tree/inner/c.yaml")).toContain("tree/inner/c.yaml");
});

test("files of folders that come and go are told of, and others are not", async () => {
	const moved = join(folder, "moved");
	await mkdir(join(moved, "deep/deeper"), { recursive: true });
	await writeFile(join(moved, "deep/b.yaml"), "b");
	await writeFile(join(moved, "deep/deeper/c.yaml"), "c");
	await writeFile(join(moved, "deep/notes.txt"), "none of it");
	await rename(moved, join(folder, "tree/moved"));
	expect(await telling("tree/moved/deep/deeper/c.yaml")).toEqual(["tree/moved/deep/b.yaml", "tree/moved/deep/deeper/c.yaml"]);
	await writeFile(join(folder, "tree/moved/deep/deeper/c.yaml"), "other");
	expect(await telling("tree/moved/deep/deeper/c.yaml")).toEqual(["tree/moved/deep/deeper/c.yaml"]);
	await rm(join(folder, "tree/moved"), { recursive: true });
	expect(await telling("tree/moved/deep/b.yaml", "tree/moved/deep/deeper/c.yaml")).toHaveLength(2);
});

test("a file that is watched by itself may come later, and its neighbours do not count", async () => {
	await writeFile(join(folder, "beside.yaml"), "not of the tree");
	await writeFile(join(folder, "alone.txt"), "here");
	expect(await telling("alone.txt")).toEqual(["alone.txt"]);
});

test("a folder that vanishes while it is looked at ends nothing", async () => {
	for (let round = 0; round < 50; round += 1) {
		await mkdir(join(folder, "tree/brief/deep"), { recursive: true });
		await writeFile(join(folder, "tree/brief/deep/d.yaml"), "d");
		await rm(join(folder, "tree/brief"), { recursive: true });
	}
	await writeFile(join(folder, "tree/inner/a.yaml"), "still watched");
	expect(await telling("tree/inner/a.yaml")).toContain("tree/inner/a.yaml");
});
