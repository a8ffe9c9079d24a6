import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { packageRoot } from "../cli/corpus.ts";
import type { Shell } from "./run-script.ts";

/** What a clone has after `npm ci && npm run build`, as far as commands of pages come to it. */
const copied = [
	...["package.json", "tsconfig.json", "tsconfig.build.json", "README.md"],
	...["dist", "docs", "suites", "specs", "harness", "reports"],
];

/** What runs wrote here. */
const left = "reports/out";

/** `npx swf-conformance` and `swf-conformance` are the command line of the copy; `npx` of anything else is npm's. */
const shims = (folder: string): Readonly<Record<string, string>> => ({
	"swf-conformance": `exec node '${folder}/dist/harness/cli.js' "$@"`,
	npx: `if [ "$1" = swf-conformance ]; then shift; exec swf-conformance "$@"; fi\nPATH=\${PATH#*${delimiter}} exec npx "$@"`,
});

const isCopied = (path: string): boolean => relative(packageRoot, path) !== left;

export interface Scratch extends Shell, AsyncDisposable {}

/** A folder like a clone that was built, in which the package is installed too, so that pages for either can be followed. */
export async function createScratch(): Promise<Scratch> {
	const folder = await mkdtemp(join(tmpdir(), "swf-conformance-docs-"));
	for (const name of copied) await cp(join(packageRoot, name), join(folder, name), { recursive: true, filter: isCopied });
	const modules = join(folder, "node_modules");
	await mkdir(modules);
	for (const name of await readdir(join(packageRoot, "node_modules")))
		await symlink(join(packageRoot, "node_modules", name), join(modules, name));
	await symlink(folder, join(modules, "swf-conformance"));
	const bin = join(folder, ".bin");
	await mkdir(bin);
	for (const [name, script] of Object.entries(shims(folder))) {
		await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
		await chmod(join(bin, name), 0o755);
	}
	const { AWS_PROFILE: _, AWS_SESSION_TOKEN: __, ...inherited } = process.env;
	const environment = {
		...inherited,
		...{ PATH: `${bin}${delimiter}${process.env["PATH"]}`, NO_COLOR: "1" },
		// Pages tell of emulators, which take any credentials; nothing that a page says may reach AWS.
		...{ AWS_ENDPOINT_URL: "http://127.0.0.1:9" },
		...{ AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "example", AWS_REGION: "us-east-1" },
	};
	return { folder, environment, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer()
			.on("error", reject)
			.listen(0, "127.0.0.1", () => {
				const address = server.address();
				server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
			});
	});
