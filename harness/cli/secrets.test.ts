import { mkdtemp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ListDomainsCommand, SWFClient } from "@aws-sdk/client-swf";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Built, build } from "../fixtures/build.ts";
import { smallCorpus, startCommand } from "../fixtures/command.ts";
import { type Loopback, openLoopback, type Request } from "../fixtures/loopback.ts";

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** Secrets as AWS makes them, with all that may need escaping; nothing else in the world contains "c4n4ry". */
const canaries = {
	AWS_ACCESS_KEY_ID: "AKIAC4N4RYC4N4RYC4N4",
	AWS_SECRET_ACCESS_KEY: "c4n4ryS3cret/with+signs=AndMore/40chars=",
	AWS_SESSION_TOKEN: `c4n4ryT0ken//${"abc+DEF/".repeat(20)}c4n4ry==`,
} as const;
const { AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token, AWS_ACCESS_KEY_ID: keyId } = canaries;

/** What a target may make of what it was sent. */
const echoes = (text: string): readonly string[] => [
	...[text, encodeURIComponent(text), encodeURIComponent(encodeURIComponent(text))],
	...[Buffer.from(text), Buffer.from(`:${text}`), Buffer.from(`::${text}`)].map((bytes) => bytes.toString("base64")),
	Buffer.from(text).toString("hex"),
	text.replace(/.{10}/g, "$&\n "),
	text.replaceAll("/", "&#x2F;"),
	text.replaceAll("/", "\\/").replaceAll("=", "\\u003d"),
];
/** What betrays one: its beginning, in each of the spellings. */
const traces = ["c4n4ry", ...[secret, token].flatMap((text) => echoes(text).map((echo) => echo.slice(6, 20)))];

function expectNoCanary(what: string, text: string): void {
	const lower = text.toLowerCase();
	for (const trace of traces) {
		const at = lower.indexOf(trace.toLowerCase());
		expect(`${what}: ${at === -1 ? "" : text.slice(Math.max(0, at - 60), at + 60)}`).toBe(`${what}: `);
	}
	expect(`${what}: ${/Signature=[0-9a-f]{8}/.exec(text)?.[0] ?? ""}`).toBe(`${what}: `);
}

let built: Built;
let server: Loopback;
beforeAll(async () => {
	built = build(smallCorpus);
	server = await openLoopback(async (request) =>
		request.operation === "StartWorkflowExecution" ? echo(request) : request.honest(),
	);
}, 60_000);
afterAll(async () => {
	await server.close();
	built.remove();
});

/** Answers with everything that it knows, wherever something can be said. */
function echo({ headers }: Request) {
	const said = [JSON.stringify(headers), ...echoes(secret), ...echoes(token), ...echoes(String(headers["x-amz-security-token"]))];
	return {
		status: 400,
		body: JSON.stringify({ __type: "OperationNotPermittedFault", message: said.join(" | "), [secret]: said, runId: said }),
		headers: {
			"x-echo": encodeURIComponent(encodeURIComponent(`${secret} ${token}`)),
			"set-cookie": "session=c4n4ryCookie",
			"x-authorization": String(headers.authorization),
			"x-key": keyId,
		},
	};
}

const newFolder = () => mkdtemp(join(built.folder, "out-"));
const command = (...args: readonly string[]) => startCommand(built, args, canaries);
/** What a command printed and what it left in a folder, by name. */
async function outputs(args: readonly string[], folder?: string): Promise<Readonly<Record<string, string>>> {
	const { out, err } = await command(...args).ended;
	return { out, err, ...(folder === undefined ? {} : await filesIn(folder)) };
}
const filesIn = async (folder: string) =>
	Object.fromEntries(
		await Promise.all((await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
	);

const ran = async (...more: readonly string[]): Promise<string> => {
	const out = await newFolder();
	await command("run", "area/*", "rows/**", "--target", server.url, "--max-wait", "1", "--out", out, ...more).ended;
	return out;
};
/** What somebody recorded without any thought of secrets. */
const recording = async (): Promise<string> => {
	const file = join(await newFolder(), "recorded.ndjson");
	const message = `AWS4-HMAC-SHA256 Credential=${keyId}/x, Signature=0123456789abcdef; sessionToken: ${token}`;
	const body = JSON.stringify({ runId: 5, SecretAccessKey: secret, message });
	await writeFile(
		file,
		`${JSON.stringify({ operation: "StartWorkflowExecution", request: {}, status: 200, headers: { "x-a": message }, body })}\n`,
	);
	return file;
};

test.each<readonly [what: string, () => Promise<Readonly<Record<string, string>>>]>([
	...(["sdk", "wire"] as const).map(
		(client) =>
			[
				`a run through ${client}: progress, summary, every report, the evidence and the ledger`,
				async () => {
					const out = await newFolder();
					const args = ["run", "area/*", "rows/**", "--target", server.url, "--client", client, "--max-wait", "1", "--out", out];
					return outputs(args, out);
				},
			] as const,
	),
	[
		"evidence judged again",
		async () => {
			const out = await newFolder();
			return outputs(["judge", join(await ran(), "evidence.ndjson"), "--out", out], out);
		},
	],
	["recorded evidence checked", async () => outputs(["check", join(await ran("--client", "wire"), "evidence.ndjson")])],
	["a recording of somebody else's checked", async () => outputs(["check", await recording()])],
	["the same as JSON", async () => outputs(["check", await recording(), "--format", "json"])],
	[
		"a proxy: what it prints, records and reports",
		async () => {
			const out = await newFolder();
			const { child, ended, printed } = command("proxy", "--to", server.url, "--out", out);
			await expect.poll(() => printed.out, { timeout: 30_000 }).toContain("url");
			await call((JSON.parse(printed.out) as { readonly url: string }).url);
			child.kill("SIGTERM");
			return { ...(await ended.then(({ out: said, err }) => ({ out: said, err }))), ...(await filesIn(out)) };
		},
	],
	[
		"the log of serve",
		async () => {
			const { child, ended, printed } = command("serve", "--log");
			await expect.poll(() => printed.out, { timeout: 30_000 }).toContain("url");
			await call((JSON.parse(printed.out) as { readonly url: string }).url);
			child.kill("SIGTERM");
			const { out, err } = await ended;
			expect(err).toContain("ListDomains");
			return { out, err };
		},
	],
	[
		"the trace of a defect of the kit",
		async () => {
			const file = join(built.folder, "dist/harness/cli/list-command.js");
			await rename(file, `${file}.whole`);
			await writeFile(file, "export const listCommand = async () => { throw new Error(JSON.stringify(process.env)); };");
			const said = await outputs(["list"]);
			await rename(`${file}.whole`, file);
			expect(said["err"]).toContain("a defect of the kit");
			return said;
		},
	],
	["a refusal that quotes an argument", async () => outputs(["run", "--target", `http://me:${secret}@127.0.0.1:1`])],
])("no secret is in %s", async (_, of) => {
	for (const [name, text] of Object.entries(await of())) expectNoCanary(name, text);
});

/** One call that is refused with an echo, and one that is not. */
async function call(endpoint: string): Promise<void> {
	const credentials = { accessKeyId: keyId, secretAccessKey: secret, sessionToken: token };
	const client = new SWFClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
	await client.send(new ListDomainsCommand({ registrationStatus: "REGISTERED" }));
	client.destroy();
	await fetch(endpoint, {
		method: "POST",
		headers: {
			"x-amz-target": "SimpleWorkflowService.StartWorkflowExecution",
			"content-type": "application/x-amz-json-1.0",
			authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/20260101/us-east-1/swf/aws4_request, SignedHeaders=host, Signature=${"c4n4ry".repeat(8)}`,
			"x-amz-security-token": token,
			cookie: "session=c4n4ryCookieOfTheCaller",
		},
		body: JSON.stringify({ domain: "d" }),
	}).then((response) => response.text());
}
