import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { afterEach, describe, expect, test, vi } from "vitest";
import { json, type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import { type ModelServer, type ServeOptions, serveModel } from "../mocks/serve.ts";
import { type DoctorFlags, doctorCommand } from "./doctor-command.ts";

// Each reads all scenarios, which takes a while on a machine that has other things to do.
vi.setConfig({ testTimeout: 60_000 });

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret-of-the-test" };
const environment = { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
const never = new AbortController().signal;

let server: ModelServer | Loopback | undefined;
afterEach(() => server?.close());

async function doctor(target: string, flags: Partial<DoctorFlags> = {}, patterns: readonly string[] = ["termination/**"]) {
	const said: string[] = [];
	const terminal = {
		out: (text: string) => said.push(text),
		err: (text: string) => said.push(text),
		isLive: false,
		color: false,
		width: 80,
	};
	const code = await doctorCommand(patterns, { target, policy: false, format: "text", ...flags }, terminal, never, environment);
	return { code, said: said.join("") };
}

async function serve(more: Partial<ServeOptions> = {}): Promise<ModelServer> {
	const opened = await serveModel({
		...{ port: 0, host: "127.0.0.1", clock: "wall", account: "123456789012", region: "us-east-1", longPollSeconds: 1 },
		...more,
	});
	server = opened;
	return opened;
}

const answering = async (replyTo: (request: Request) => Reply | Promise<Reply>): Promise<string> => {
	const opened = await openLoopback(replyTo);
	server = opened;
	return opened.url;
};

describe("what may be in the way is told apart", () => {
	test("nothing is, on the reference model", async () => {
		const { code, said } = await doctor("reference");
		expect(code).toBe(0);
		for (const line of [
			"fine     tcp",
			"fine     http            HTTP 200",
			"fine     clock           as here",
			"a wrong one is refused",
		])
			expect(said).toContain(line);
		expect(said).not.toMatch(/^bad|^concern/m);
	});

	test("nobody listens", async () => {
		const { code, said } = await doctor("http://127.0.0.1:1");
		expect({ code, said }).toEqual({
			code: 3,
			said: expect.stringContaining("bad      tcp             nobody takes a connection at port 1"),
		});
	});

	test("nobody has the name", async () => {
		const { code, said } = await doctor("http://nobody.invalid");
		expect({ code, said }).toEqual({
			code: 3,
			said: expect.stringContaining("bad      dns             nobody.invalid is not found"),
		});
	});

	test("the other side speaks no TLS", async () => {
		const url = await answering(() => json({}));
		const { code, said } = await doctor(url.replace("http:", "https:"));
		expect({ code, said }).toEqual({
			code: 3,
			said: expect.stringContaining("bad      tls             no handshake that can be trusted"),
		});
	});

	test("nobody vouches for the certificate", async () => {
		const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
		const opened = createTlsServer({ key, cert });
		await new Promise<void>((listening) => opened.listen(0, "127.0.0.1", listening));
		const { code, said } = await doctor(`https://127.0.0.1:${(opened.address() as AddressInfo).port}`);
		opened.close();
		expect({ code, said }).toEqual({ code: 3, said: expect.stringContaining("DEPTH_ZERO_SELF_SIGNED_CERT") });
	});

	test("it speaks something else", async () => {
		const { code, said } = await doctor(await answering(() => ({ status: 404, body: "<html>\u001b[2J" })));
		expect({ code, said }).toEqual({
			code: 3,
			said: expect.stringContaining("it does not speak SWF: HTTP 404 that names no fault"),
		});
		expect(said).not.toContain("\u001b");
	});

	test.each([
		["an hour behind", -3_600, 1, "bad      clock"],
		["a minute ahead", 60, 0, "concern  clock"],
	])("its clock is %s", async (_, seconds, expected, line) => {
		const url = await answering(async ({ honest }) => {
			const { headers, ...answer } = await honest();
			return { ...answer, headers: { ...headers, date: new Date(Date.now() + seconds * 1000).toUTCString() } };
		});
		const { code, said } = await doctor(url);
		expect({ code, said }).toEqual({ code: expected, said: expect.stringContaining(line) });
	});

	test("the secret is wrong", async () => {
		const { url } = await serve({ auth: "verify", principals: [{ name: "other", ...credentials, secretAccessKey: "another" }] });
		const { code, said } = await doctor(url);
		expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("bad      credentials     refused with") });
		expect(said).not.toContain("permissions");
	});

	test("any signature is taken", async () => {
		const { url } = await serve();
		expect((await doctor(url)).said).toContain("concern  signatures      not verified: a wrong one is accepted");
	});

	test("the domain is not there", async () => {
		const { url } = await serve();
		const { code, said } = await doctor(url, { domain: "mine" });
		expect({ code, said }).toEqual({
			code: 1,
			said: expect.stringContaining("bad      domain          mine is not registered here"),
		});
	});

	test("the account has domains enough", async () => {
		const url = await answering(({ operation, input, honest }) =>
			operation === "ListDomains" && input["maximumPageSize"] === undefined
				? json({ domainInfos: Array.from({ length: input["registrationStatus"] === "DEPRECATED" ? 85 : 1 }, () => ({})) })
				: honest(),
		);
		expect((await doctor(url)).said).toContain("concern  domains         86 of 100");
	});

	test("it lacks an operation", async () => {
		const url = await answering(({ operation, honest }) =>
			operation === "TerminateWorkflowExecution" ? json({ __type: "UnknownOperationException" }, 400) : honest(),
		);
		expect((await doctor(url)).said).toContain(
			"concern  permissions     the target does not know it: TerminateWorkflowExecution",
		);
	});
});

const place = { account: "123456789012", region: "us-east-1" };

describe("permissions", () => {
	const deny = { Effect: "Deny" as const, Action: ["swf:StartWorkflowExecution", "swf:PollForDecisionTask"], Resource: "*" };
	const allowAll = { Effect: "Allow" as const, Action: "swf:*", Resource: "*" };

	test.each([[undefined], ["mine"]])("that are denied are named, in domain %s", async (domain) => {
		const { url, service } = await serve({
			auth: "verify",
			principals: [{ name: "runner", ...credentials, policy: { Statement: [allowAll, deny] } }],
		});
		await service.handle({
			...place,
			operation: "RegisterDomain",
			input: { name: "mine", workflowExecutionRetentionPeriodInDays: "1" },
		});
		const { code, said } = await doctor(url, domain === undefined ? {} : { domain });
		expect(code).toBe(1);
		expect(said).toContain("bad      permissions     denied: PollForDecisionTask, StartWorkflowExecution\n");
	});

	test("are asked for without changing anything, in a domain where all could be changed", async () => {
		const { url, service } = await serve();
		const ask = (
			operation: "RegisterDomain" | "ListWorkflowTypes" | "ListActivityTypes" | "ListDomains" | "ListOpenWorkflowExecutions",
			input: object,
		) => service.handle({ ...place, operation, input: input as never });
		await ask("RegisterDomain", { name: "mine", workflowExecutionRetentionPeriodInDays: "1" });
		const state = async () =>
			Promise.all([
				...["REGISTERED", "DEPRECATED"].flatMap((registrationStatus) => [
					ask("ListDomains", { registrationStatus }),
					ask("ListWorkflowTypes", { domain: "mine", registrationStatus }),
					ask("ListActivityTypes", { domain: "mine", registrationStatus }),
				]),
				ask("ListOpenWorkflowExecutions", { domain: "mine", startTimeFilter: { oldestDate: 0 } }),
			]);
		const before = await state();
		for (const domain of ["mine", undefined]) await doctor(url, domain === undefined ? {} : { domain }, []);
		expect(await state()).toEqual(before);
	});

	test("are all there with the least policy of the same cases, and so is the domain that is given", async () => {
		const policy = JSON.parse((await doctor("aws:us-east-1", { policy: true, domain: "mine" })).said);
		const { url, service } = await serve({ auth: "verify", principals: [{ name: "runner", ...credentials, policy }] });
		const input = { name: "mine", workflowExecutionRetentionPeriodInDays: "1" };
		await service.handle({ ...place, operation: "RegisterDomain", input });
		const { code, said } = await doctor(url, { domain: "mine" });
		expect(said).not.toMatch(/^bad/m);
		expect(said).toContain("fine     domain          mine is registered");
		expect(code).toBe(0);
	});
});

test("the policy is printed without asking anybody", async () => {
	const { code, said } = await doctor("aws:eu-west-1", { policy: true, domain: "mine" });
	expect(code).toBe(0);
	expect(JSON.parse(said)).toMatchObject({
		Version: "2012-10-17",
		Statement: [{ Resource: expect.arrayContaining(["arn:aws:swf:eu-west-1:*:/domain/mine"]) }, {}, {}],
	});
});

test("all of it is told as JSON", async () => {
	const { said } = await doctor("reference", { format: "json" });
	const { found, policy } = JSON.parse(said) as {
		found: readonly { what: string; standing: string }[];
		policy: { Version: string };
	};
	expect(found).toContainEqual(expect.objectContaining({ what: "permission TerminateWorkflowExecution", standing: "fine" }));
	expect(policy.Version).toBe("2012-10-17");
});
