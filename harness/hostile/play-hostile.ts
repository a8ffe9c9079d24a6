import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Report } from "../../reports/report.ts";
import type { Built } from "../fixtures/build.ts";

/** What the command line did about an endpoint. */
export interface Played {
	readonly code: number | null;
	/** Everything that was printed and written. */
	readonly texts: readonly string[];
	/** Absent where the command ended before it had anything to report. */
	readonly report?: Report;
	/** The most memory that the process had. */
	readonly megabytes: number;
	/** Whether an answer got at the prototypes of the kit. */
	readonly polluted: boolean;
	readonly seconds: number;
}

/** Secrets that must not stand in anything that is printed or written. */
export const canaries = {
	AWS_ACCESS_KEY_ID: "AKIACANARYCANARYCANA",
	AWS_SECRET_ACCESS_KEY: "canary-secret-access-key",
	AWS_SESSION_TOKEN: "canary-session-token",
};

/** Bytes of a file that are looked through: evidence of many long answers is longer than a text can be. */
const mostRead = 256 * 1024 * 1024;
const witness = new URL("witness.mjs", import.meta.url).href;

/** A process of the command line, watched. @param out the folder that its reports go to */
export async function start({ cli, folder }: Built, args: readonly string[]) {
	const out = await mkdtemp(join(tmpdir(), "hostile-"));
	const seen = join(out, "witness");
	const began = performance.now();
	const child = spawn(process.execPath, ["--import", witness, cli, ...args, "--out", out], {
		cwd: folder,
		env: { PATH: process.env["PATH"], ...canaries, WITNESS: seen },
	});
	const printed: string[] = [];
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => void printed.push(chunk.toString()));
	const ended = new Promise<number | null>((end) => child.once("close", (code) => end(code)));
	const played = async (): Promise<Played> => {
		const code = await ended;
		const { megabytes, polluted } = JSON.parse(await readFile(seen, "utf8")) as { megabytes: number; polluted: boolean };
		const names = (await readdir(out)).filter((name) => name !== "witness");
		const written = await Promise.all(names.map((name) => text(createReadStream(join(out, name), { end: mostRead }))));
		await rm(out, { recursive: true });
		const json = names.indexOf("report.json");
		return {
			...{ code, megabytes, polluted, texts: [printed.join(""), ...written] },
			...(json < 0 ? {} : { report: JSON.parse(written[json] ?? "") as Report }),
			seconds: (performance.now() - began) / 1000,
		};
	};
	return { child, printed, played };
}

const impatient = ["--deadline", "2", "--patience", "0.2"];

/** Plays everything there is on an endpoint. @param hangs whether to be impatient */
export async function playHostile(built: Built, url: string, client: string, hangs: boolean): Promise<Played> {
	const times = ["--concurrency", "8", "--give-up", "2", ...(hangs ? impatient : ["--patience", "0.5"])];
	const { played } = await start(built, ["run", "--target", url, "--client", client, ...times]);
	return played();
}
