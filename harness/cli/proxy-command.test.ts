import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeDomainCommand, RegisterDomainCommand, SWFClient } from "@aws-sdk/client-swf";
import { expect, test } from "vitest";
import { readReport } from "../../reports/read-report.ts";
import { json, openLoopback } from "../fixtures/loopback.ts";
import { type ProxyFlags, proxyCommand } from "./proxy-command.ts";
import { type Terminal, UsageError } from "./terminal.ts";

function recorder() {
	const printed = { out: "" };
	const terminal: Terminal = {
		out: (text) => {
			printed.out += text;
		},
		err: () => undefined,
		...{ isLive: false, color: false, width: 80 },
	};
	return { printed, terminal };
}

const flags = async (to: string): Promise<ProxyFlags> => ({
	...{ to, report: [], quiet: true, rewriteHost: false },
	out: await mkdtemp(join(tmpdir(), "proxy-")),
});

test("tells its address in one line, checks what the tests of anybody send, and reports when a signal ends it", {
	timeout: 30_000,
}, async () => {
	const server = await openLoopback((request) =>
		request.operation === "DescribeDomain" ? json({ success: true, data: {} }) : request.honest(),
	);
	const { printed, terminal } = recorder();
	const stop = new AbortController();
	const given = await flags(server.url);
	const ended = proxyCommand(given, terminal, stop.signal);
	await expect.poll(() => printed.out, { timeout: 10_000 }).toMatch(/^\{"url":"http:\/\/127\.0\.0\.1:\d+"\}\n$/);
	const client = new SWFClient({
		endpoint: JSON.parse(printed.out).url,
		region: "eu-west-1",
		credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret-of-the-test" },
	});
	await client.send(new RegisterDomainCommand({ name: "d", workflowExecutionRetentionPeriodInDays: "1" }));
	await client.send(new DescribeDomainCommand({ name: "d" }));
	client.destroy();
	stop.abort();
	expect(await ended).toBe(1);
	await server.close();

	const text = await readFile(join(given.out, "report.json"), "utf8");
	const report = await readReport(text, "report.json");
	expect(report).toMatchObject({
		target: { name: `${server.url}/`, region: "eu-west-1" },
		client: { version: expect.stringMatching(/^aws-sdk-js/) },
	});
	expect(report.cases.map(({ id, verdict }) => [id, verdict])).toEqual([
		["proxy/DescribeDomain", "fail"],
		["proxy/RegisterDomain", "pass"],
		["proxy/form-of-responses", "fail"],
	]);
	const lines = (await readFile(join(given.out, "exchanges.ndjson"), "utf8")).trim().split("\n");
	expect(lines.map((line) => JSON.parse(line))).toMatchObject([
		{ operation: "RegisterDomain", request: { name: "d" }, status: 200, body: "" },
		{ operation: "DescribeDomain", request: { name: "d" }, status: 200, body: '{"success":true,"data":{}}' },
	]);
	expect(text + lines.join("")).not.toMatch(/AKIDEXAMPLE|Signature=[0-9a-f]/);
});

test.each(["ftp://x", "nowhere", "http://user:secret@127.0.0.1", "http://127.0.0.1/?a=b"])(
	"an upstream %s is refused",
	async (to) => {
		await expect(proxyCommand(await flags(to), recorder().terminal, AbortSignal.abort())).rejects.toThrow(UsageError);
	},
);
