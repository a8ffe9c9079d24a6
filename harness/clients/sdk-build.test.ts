import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../specs/wire/json.ts";
import { openLoopback } from "../fixtures/loopback.ts";
import { sdkClientsIn } from "./sdk.ts";
import { installedSdk, sdkBuildIn } from "./sdk-build.ts";

let root = "";
const put = async (file: string, text: string | JsonObject) => {
	await mkdir(dirname(join(root, file)), { recursive: true });
	await writeFile(join(root, file), typeof text === "string" ? text : JSON.stringify(text));
};
const putPackage = (folder: string, name: string, version: string, dependencies: JsonObject = {}) =>
	put(join(folder, "package.json"), { name, version, dependencies, main: "index.js" });

/** Builds that are no SDK, but look like one from outside. */
const code = "exports.SWFClient = class {}; exports.SWFServiceException = class extends Error {};";

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "sdk-build-"));
	const sdk = "app/node_modules/@aws-sdk/client-swf";
	await putPackage("app", "app", "1.0.0");
	await putPackage(sdk, "@aws-sdk/client-swf", "3.1.0", { "@smithy/core": "*", "@aws-sdk/types": "*", tslib: "*" });
	await put(`${sdk}/index.js`, code);
	await putPackage("app/node_modules/@smithy/core", "@smithy/core", "1.4.2", { "@smithy/protocol-http": "*" });
	await putPackage("app/node_modules/@smithy/core/node_modules/@smithy/protocol-http", "@smithy/protocol-http", "3.2.1");
	await putPackage("app/node_modules/@aws-sdk/types", "@aws-sdk/types", "3.0.0");
	await putPackage("app/node_modules/tslib", "tslib", "2.0.0");
	await putPackage("app/packages/one", "one", "1.0.0");
	await mkdir(join(root, "app/packages/none"));
	await putPackage("empty", "empty", "1.0.0");
	await putPackage("broken/node_modules/@aws-sdk/client-swf", "@aws-sdk/client-swf", "3.1.0");
	await put("broken/node_modules/@aws-sdk/client-swf/index.js", "throw new Error('half installed')");
	await putPackage("other/node_modules/@aws-sdk/client-swf", "@aws-sdk/client-swf", "3.1.0");
	await put("other/node_modules/@aws-sdk/client-swf/index.js", "exports.SQSClient = class {};");
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("a build of the SDK", () => {
	test.each([
		["a folder with node_modules", "app"],
		["node_modules itself", "app/node_modules"],
		["the package", "app/node_modules/@aws-sdk/client-swf"],
		["a package whose dependencies lie further up", "app/packages/one"],
	])("is found in %s", (_, folder) => {
		expect(sdkBuildIn(join(root, folder)).version).toBe("3.1.0");
	});

	test("names the packages of its own that put bytes on the wire, as Node resolves them", () => {
		expect(sdkBuildIn(join(root, "app")).packages).toEqual({
			"@aws-sdk/client-swf": "3.1.0",
			"@smithy/core": "1.4.2",
			"@smithy/protocol-http": "3.2.1",
		});
	});

	test("that is installed beside the kit names what signs and what carries", () => {
		const { packages, version } = installedSdk();
		expect(packages).toMatchObject({
			"@aws-sdk/client-swf": version,
			"@smithy/signature-v4": expect.stringMatching(/^\d+\.\d+\.\d+/),
			"@smithy/node-http-handler": expect.stringMatching(/^\d+\.\d+\.\d+/),
		});
	});

	test.each([
		["a folder that is not there", "nowhere", /there is no @aws-sdk\/client-swf in it; `npm install/],
		["a package without one", "empty", /there is no @aws-sdk\/client-swf in it/],
		["a folder that is no package, whatever lies above it", "app/packages/none", /there is no @aws-sdk\/client-swf in it/],
		["one that does not load", "broken", /cannot be loaded \(half installed\)/],
		["one that exports no client", "other", /cannot be loaded \(it exports no SWFClient/],
	])("is refused in one line for %s", (_, folder, message) => {
		const path = join(root, folder);
		expect(() => sdkBuildIn(path)).toThrow(message);
		expect(() => sdkBuildIn(path)).toThrow(new RegExp(`^${path}: .*$`));
	});

	test("says nothing where it has no such operation, and the case is told why", async () => {
		const server = await openLoopback(() => "hang");
		const kind = sdkClientsIn("node_modules");
		const settings = { endpoint: server.url, region: "r", credentials: { accessKeyId: "a", secretAccessKey: "b" } };
		const options = { signal: new AbortController().signal };
		const sent = await kind.connect(settings).send("ShutDown" as "ListDomains", {}, options);
		expect(sent.outcome).toEqual({
			kind: "inexpressible",
			problem: expect.stringMatching(/client-swf \d.* has no such operation$/),
		});
		expect(server.asked).toEqual([]);
		await server.close();
	});
});
