import { afterAll, describe, expect, test } from "vitest";
import { sdkBuildIn } from "../clients/sdk-build.ts";
import { standIns } from "../fixtures/sdk-stand-ins.ts";
import { openRecordingEndpoint } from "./endpoint.ts";
import { compareOnTheWire } from "./gate.ts";
import { assembleGateReport } from "./gate-report.ts";
import type { Probe } from "./observation.ts";
import { observe } from "./observe.ts";
import { probes } from "./probes/probes.ts";
import { type RuleName, ruleOf, rules } from "./rules.ts";

const builds = standIns();
afterAll(() => builds.remove());
const baseline = sdkBuildIn(builds.build("baseline"));

const among = (...patterns: readonly RegExp[]) => probes.filter(({ id }) => patterns.some((pattern) => pattern.test(id)));
const few = among(
	/^requests\/(DescribeDomain|ListOpen\w*)\/(minimal|full|unknown-members|dates-with)/,
	/^answers\/DescribeDomain\/(minimal|full|empty)$/,
);
const never = new AbortController().signal;

let count = 0;
async function rulesFor(code: string, tried: readonly Probe[] = few): Promise<ReadonlySet<RuleName>> {
	count += 1;
	const candidate = sdkBuildIn(builds.build(`candidate-${count}`, code));
	return new Set((await compareOnTheWire(baseline, candidate, { probes: tried, interrupt: never })).map(ruleOf));
}

const changesBody = (change: string) =>
	`extend = at("build", ({ request }) => { const body = Buffer.from(request.body).toString(); request.body = ${change}; request.headers["content-length"] = String(Buffer.byteLength(request.body)); });`;
const answers = (change: string) =>
	`extend = at("initialize", () => undefined, ({ output, response }) => { ${change}; return { output, response }; });`;
const throws = (change: string) =>
	`extend = (client) => client.middlewareStack.add((next) => (args) => next(args).catch((error) => { ${change}; throw error; }), { step: "initialize" });`;

const unknownDomain = among(/^faults\/(namespace|bare)$/);
const throttled = among(/^retries\/code-ThrottlingException$/);

/** What a build may do to those who go over to it, and the rule that has to tell it. */
const sabotage: readonly (readonly [what: string, code: string, rule: RuleName, tried?: readonly Probe[]])[] = [
	["lacks an operation", "delete exports.DescribeDomainCommand;", "operation-removed"],
	["exports less", "delete exports.UnknownResourceFault;", "export-removed"],
	["exports more", "exports.New = 1;", "export-added"],
	[
		"leaves a header out",
		`extend = at("build", ({ request }) => { delete request.headers["content-type"]; });`,
		"header-removed",
	],
	["adds a header", `extend = at("build", ({ request }) => { request.headers["x-new"] = "1"; });`, "header-added"],
	["names itself otherwise", `configure = (config) => ({ ...config, customUserAgent: "new" });`, "other-user-agent"],
	[
		"speaks JSON 1.1",
		`extend = at("build", ({ request }) => { request.headers["content-type"] = "application/x-amz-json-1.1"; });`,
		"other-header-value",
	],
	["sends to another path", `extend = at("build", ({ request }) => { request.path = "/other"; });`, "other-request-line"],
	[
		"sends headers in another order",
		`extend = at("deserialize", ({ request }) => { request.headers = Object.fromEntries(Object.entries(request.headers).reverse()); });`,
		"other-header-order",
	],
	[
		"orders members otherwise",
		changesBody("JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).reverse()))"),
		"other-member-order",
	],
	["sends no JSON", changesBody('body + "}"'), "request-is-no-json"],
	["sends another value", changesBody('body.replace(/a text/, "another")'), "other-request-value"],
	["sends whole seconds", changesBody("body.replace(/(\\d{10})\\.\\d+/g, '$1')"), "request-times-in-whole-seconds"],
	[
		"sends what it does not know",
		changesBody("JSON.stringify({ ...JSON.parse(body), unmodelledMember: 1 })"),
		"unknown-input-members-sent",
	],
	["hands out texts", changesBody("body"), "other-body-type"],
	[
		"signs something else",
		`extend = at("deserialize", ({ request }) => { request.headers.authorization = request.headers.authorization.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")); });`,
		"signature-invalid",
	],
	["signs by another clock", "configure = (config) => ({ ...config, systemClockOffset: 3600e3 });", "other-clock-correction"],
	["refuses input", `extend = at("initialize", () => { throw new TypeError("no"); });`, "input-is-refused"],
	["gives up at once", "configure = (config) => ({ ...config, maxAttempts: 1 });", "retried-less", throttled],
	["tries again more often", "configure = (config) => ({ ...config, maxAttempts: 5 });", "retried-more", throttled],
	[
		"waits longer",
		`extend = (client) => { const { retryStrategy } = client.config; client.config.retryStrategy = async () => { const own = await retryStrategy(); own.retryBackoffStrategy.computeNextBackoffDelay = () => 7000; return own; }; };`,
		"other-backoff",
		throttled,
	],
	[
		"opens a connection for each call",
		`extend = (client) => { client.config.requestHandler.updateHttpClientConfig("httpAgent", new (require("node:http").Agent)({ keepAlive: false })); };`,
		"other-connection-use",
		among(/^connections\/calls/),
	],
	[
		"allows fewer connections",
		`extend = (client) => { client.config.requestHandler.updateHttpClientConfig("httpAgent", new (require("node:http").Agent)({ keepAlive: true, maxSockets: 1 })); };`,
		"other-connection-settings",
		among(/^connections\/calls/),
	],
	["refuses an answer", answers('throw new Error("no")'), "answer-is-refused"],
	["reads another value", answers('if (output.domainInfo) output.domainInfo.name = "other"'), "other-output"],
	[
		"reads times as numbers",
		answers("output.typeInfos[0].creationDate = 5"),
		"times-read-otherwise",
		among(/^answers\/ListActivityTypes\/full/),
	],
	["keeps null among items", answers("output.tags.push(null)"), "null-items-kept", among(/^answers\/ListTagsForResource\/full/)],
	["keeps what it does not know", answers("output.unmodelledMember = 1"), "unknown-output-members-kept"],
	[
		"reads what comes in place of nothing",
		answers("output.x = 1"),
		"answers-of-void-operations-kept",
		among(/^answers\/RegisterDomain\/empty/),
	],
	["loses the request id", answers("delete output.$metadata.requestId"), "metadata-lost"],
	["tells another status", answers("output.$metadata.httpStatusCode = 201"), "other-metadata"],
	["renames faults", throws('error.name = "Other"'), "fault-named-otherwise", unknownDomain],
	[
		"throws another class",
		throws("Object.setPrototypeOf(error, exports.SWFServiceException.prototype)"),
		"fault-of-another-class",
		unknownDomain,
	],
	["throws no service exception", throws("Object.setPrototypeOf(error, Error.prototype)"), "no-service-exception", unknownDomain],
	["says it otherwise", throws('error.message = "other"'), "other-error-message", unknownDomain],
	["blames the service", throws('error.$fault = "server"'), "other-error-side", unknownDomain],
	["keeps more of an error", throws("error.more = 1"), "error-keys-added", unknownDomain],
];

/** What it was asked for never arrives whole. */
const saysMore = `extend = at("deserialize", ({ request }) => { request.headers["content-length"] = "9999"; });`;

describe("the gate", () => {
	test("finds nothing between a build and itself", async () => {
		const sections = among(
			...[/^requests\/StartWorkflowExecution\/(minimal|full|unicode)$/, /^answers\/ListDomains\/[a-m]/, /^faults\/conflict/],
			...[/^retries\/(clock-skew\/RequestE|quota\/crashed$|connection)/, /^connections/],
		);
		expect(await rulesFor("", sections)).toEqual(new Set());
	}, 60_000);

	test.each(sabotage.map(([what, code, rule, tried = few]) => ({ what, code, rule, tried })))(
		"finds a build that $what",
		async ({ code, rule, tried }) => {
			expect(await rulesFor(code, tried)).toContain(rule);
		},
	);

	test("asks nobody but the loopback interface, whatever the environment of the user says", async () => {
		const before = { ...process.env };
		Object.assign(process.env, { AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_MAX_ATTEMPTS: "1", AWS_RETRY_MODE: "adaptive" });
		try {
			expect(await rulesFor("", throttled)).toEqual(new Set());
			const tried = await compareOnTheWire(
				baseline,
				sdkBuildIn(builds.build("more", "configure = (c) => ({ ...c, maxAttempts: 4 });")),
				{ probes: throttled, interrupt: never },
			);
			expect(tried.find(({ aspect }) => aspect === "attempts")).toMatchObject({ baseline: 3, candidate: 4 });
			expect(process.env["AWS_MAX_ATTEMPTS"]).toBe("1");
		} finally {
			process.env = before;
		}
	});

	test("gives the clock, chance and the console back", async () => {
		const { now } = Date;
		const { random } = Math;
		const { write } = process.stderr;
		await rulesFor("", few.slice(0, 1));
		expect([Date.now, Math.random, process.stderr.write]).toEqual([now, random, write]);
	});

	test("tells by each rule what it means, breaking ones first", async () => {
		const candidate = sdkBuildIn(
			builds.build("several", `exports.New = 1; delete exports.UnknownResourceFault; ${changesBody("body")}`),
		);
		const differences = await compareOnTheWire(baseline, candidate, { probes: few, interrupt: never });
		const build = { path: "p", version: "1", packages: {} };
		const report = assembleGateReport(differences, {
			...{ kit: { version: "0", node: "20" }, baseline: build, candidate: build, accepted: [] },
			tried: { probes: few.length, cases: 0 },
		});
		expect(report.rules.map(({ rule, effect, reason }) => [rule, effect, reason])).toEqual([
			["export-removed", "breaking", rules["export-removed"].reason],
			["other-body-type", "changed", rules["other-body-type"].reason],
			["export-added", "harmless", rules["export-added"].reason],
		]);
		expect(report.breaking).toBe(1);
	});

	test("takes a build whose client cannot be made for one that refuses everything", async () => {
		expect(await rulesFor('configure = () => { throw new Error("no"); };')).toEqual(new Set(["input-is-refused"]));
	});

	test.each([
		[
			"hears no signal",
			"extend = (client) => client.middlewareStack.add(() => () => new Promise(() => {}), { step: 'initialize' });",
		],
		["ends by the signal", saysMore],
	])("tells of a call that hangs and %s, and gives up a build where many do", async (what, code) => {
		const candidate = sdkBuildIn(builds.build(`hanging and ${what}`, code));
		const endpoint = await openRecordingEndpoint();
		const [probe] = few;
		const observed = probe && (await observe(candidate, probe, { endpoint, callSeconds: 0.01 }));
		await endpoint.close();
		expect(observed?.results).toEqual([expect.objectContaining({ name: "Hangs", message: "no result within 0.01 s" })]);
		const options = { probes: few, interrupt: never, callSeconds: 0.01 };
		await expect(compareOnTheWire(candidate, candidate, options)).rejects.toThrow(/this build hangs$/);
	});

	test("takes what a build that says more than it sends did send", async () => {
		const candidate = sdkBuildIn(builds.build("short", saysMore));
		const options = { probes: few.slice(0, 1), interrupt: never, callSeconds: 2 };
		const found = (await compareOnTheWire(baseline, candidate, options)).map((each) => [ruleOf(each), each.candidate]);
		expect(found).toEqual([
			["signature-invalid", expect.stringMatching(/^InvalidSignatureException/)],
			["other-header-value", "9999"],
			["answer-is-refused", "Hangs: no result within 2 s"],
		]);
	});

	test("stops where it is interrupted", async () => {
		await expect(
			compareOnTheWire(baseline, baseline, { probes: few, interrupt: AbortSignal.abort(new Error("stopped")) }),
		).rejects.toThrow("stopped");
	});
});
