import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What is watched. */
export interface Watched {
	/** Folders, with all that is below them. */
	readonly trees: readonly string[];
	/** Files elsewhere. */
	readonly files: readonly string[];
	/** Whether a file of the trees counts. */
	readonly wants: (path: string) => boolean;
	/** Called with the paths of files that are new, other than they were, or gone. */
	readonly changed: (paths: readonly string[]) => void;
	/** Called when watching cannot go on. */
	readonly failed: (error: unknown) => void;
}

/** Milliseconds without news after which a burst counts as over, and after which it is looked at though it is not. */
const [calm, longestBurst] = [20, 500];

/**
 * Watches files until what it resolves with is called. An event only says that a folder is worth a look: what changed is found by comparing what is there
 * with what was, so that it does not matter whether an editor writes a file, replaces it, or writes it three times. Rejects with the system's
 * error where a folder cannot be watched.
 */
export async function watchFiles({ trees, files, wants, changed, failed }: Watched): Promise<() => void> {
	const watchers = new Map<string, FSWatcher>();
	let timer: NodeJS.Timeout | undefined;
	let burstBegan: number | undefined;
	let looking: Promise<void> = Promise.resolve();
	let isClosed = false;
	const close = () => {
		isClosed = true;
		clearTimeout(timer);
		for (const watcher of watchers.values()) watcher.close();
		watchers.clear();
	};
	const fail = (error: unknown) => {
		close();
		failed(error);
	};
	const look = () => {
		burstBegan = undefined;
		looking = looking.then(compare).catch(fail);
	};
	const stir = () => {
		burstBegan ??= performance.now();
		clearTimeout(timer);
		timer = setTimeout(look, Math.min(calm, Math.max(0, burstBegan + longestBurst - performance.now())));
	};

	/** Watches the folders that there are; tells whether some are new. */
	function follow(folders: readonly string[]): boolean {
		for (const [folder, watcher] of watchers) {
			if (folders.includes(folder)) continue;
			watcher.close();
			watchers.delete(folder);
		}
		const fresh = folders.filter((folder) => !watchers.has(folder));
		for (const folder of fresh) {
			const watcher = watchIfThere(folder, stir);
			if (watcher !== undefined) watchers.set(folder, watcher.on("error", stir));
		}
		return fresh.length > 0;
	}

	/** What there is. A folder may get files before it is watched, so they are looked for until there are no new folders. */
	async function found(): Promise<ReadonlyMap<string, string>> {
		const here = await survey(trees, files, wants);
		if (isClosed) return here.stamps;
		return follow(here.folders) ? found() : here.stamps;
	}

	let before = await found();
	async function compare(): Promise<void> {
		const now = await found();
		const paths = [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
		before = now;
		if (paths.length > 0 && !isClosed) changed(paths);
	}
	return close;
}

interface Surveyed {
	readonly folders: readonly string[];
	/** What tells a file from the one that was there before, by path. */
	readonly stamps: ReadonlyMap<string, string>;
}

async function survey(trees: readonly string[], files: readonly string[], wants: (path: string) => boolean): Promise<Surveyed> {
	const folders = new Set(files.map((file) => dirname(file)));
	const paths = [...files];
	const walk = async (folder: string): Promise<void> => {
		// What is gone by now is gone: the folder above tells of it.
		const entries = await readdir(folder, { withFileTypes: true }).catch(unlessGone);
		if (entries === undefined) return;
		folders.add(folder);
		paths.push(
			...entries.flatMap((entry) => (entry.isFile() && wants(join(folder, entry.name)) ? [join(folder, entry.name)] : [])),
		);
		await Promise.all(entries.flatMap((entry) => (entry.isDirectory() ? [walk(join(folder, entry.name))] : [])));
	};
	await Promise.all(trees.map(walk));
	const stamps = await Promise.all([...new Set(paths)].map(async (path) => [path, await stampOf(path)] as const));
	return {
		folders: [...folders],
		stamps: new Map(stamps.flatMap(([path, stamp]) => (stamp === undefined ? [] : [[path, stamp]]))),
	};
}

function unlessGone(error: unknown): undefined {
	if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

function watchIfThere(folder: string, stir: () => void): FSWatcher | undefined {
	try {
		return watch(folder, stir);
	} catch (error) {
		return unlessGone(error);
	}
}

/** Absent for a file that is not there. */
const stampOf = (path: string): Promise<string | undefined> =>
	stat(path, { bigint: true }).then(
		({ ino, mtimeNs, size }) => `${ino} ${mtimeNs} ${size}`,
		() => undefined,
	);
