import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { InputError } from "../scenario/problem.ts";
import { readServeConfig, serveCommand } from "./serve-command.ts";
import { type Terminal, UsageError } from "./terminal.ts";

async function fileWith(text: string): Promise<string> {
	const file = join(await mkdtemp(join(tmpdir(), "serve-")), "serve.yaml");
	await writeFile(file, text);
	return file;
}

function recorder() {
	const printed = { out: "", err: "" };
	const terminal: Terminal = {
		out: (text) => {
			printed.out += text;
		},
		err: (text) => {
			printed.err += text;
		},
		...{ isLive: false, color: false, width: 80 },
	};
	return { printed, terminal };
}

test("prints one line with its address, logs when asked to, and ends fine on a signal", async () => {
	const { printed, terminal } = recorder();
	const stop = new AbortController();
	const ended = serveCommand({ log: true }, terminal, stop.signal);
	await expect.poll(() => printed.out).toMatch(/^\{"url":"http:\/\/127\.0\.0\.1:\d+"\}\n$/);
	expect((await fetch(`${JSON.parse(printed.out).url}/_swf/health`)).status).toBe(200);
	stop.abort();
	expect(await ended).toBe(0);
	expect(JSON.parse(printed.err)).toMatchObject({ path: "/_swf/health", status: 200 });
});

test("flags win over the configuration", async () => {
	const config = await fileWith("port: 1\nregion: eu-west-1\nlimits: {openTimers: 1, rates: documented}\nvisibilityLag: 9");
	const lambda = await fileWith("f: {result: 1}");
	const { invokeLambda, ...read } = await readServeConfig({
		...{ config, port: 0, limits: "{openChildren: none}", visibilityLag: 2, account: "123456789012", lambda },
	});
	expect(invokeLambda?.("f", "")).toEqual({ kind: "completed", result: "1" });
	expect(read).toEqual({
		...{ port: 0, region: "eu-west-1", account: "123456789012" },
		...{ limits: { openChildren: Number.POSITIVE_INFINITY }, visibilityLag: { listings: 2 } },
	});
});

test.each([
	[{ limits: "{openTimer: 1}" }, `--limits:1:2: limits has no key "openTimer"`],
	[{ principals: "[{}]" }, "--principals:1:2: a principal has a name"],
	[{ account: "1" }, "--account:1:1: account is twelve digits"],
	[{ visibilityLag: -1 }, "--visibility-lag:1:1: visibilityLag"],
])("%j is refused with its place", async (flags, message) => {
	const refusal = readServeConfig(flags);
	await expect(refusal).rejects.toThrow(InputError);
	await expect(refusal).rejects.toThrow(message);
});

test("signatures cannot be verified without secrets", async () => {
	const { terminal } = recorder();
	await expect(serveCommand({ auth: "verify" }, terminal, AbortSignal.abort())).rejects.toThrow(UsageError);
	const principals = "[{name: a, accessKeyId: K, secretAccessKey: s}]";
	expect(await serveCommand({ auth: "verify", principals }, terminal, AbortSignal.abort())).toBe(0);
});
