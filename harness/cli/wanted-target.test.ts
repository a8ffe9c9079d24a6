import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { TargetFlags } from "./target-flags.ts";
import { wantedTarget } from "./wanted-target.ts";

const folder = mkdtempSync(join(tmpdir(), "wanted-target-"));
const config = join(folder, "config.yaml");
writeFileSync(
	config,
	`targets:
  ours:
    target: image:example/swf:1.2
    port: 8080
    env: { A: one, B: { from: HERE } }
    wait: http:/health
    region: eu-west-1
    credentials: { accessKeyId: OURS_KEY, secretAccessKey: OURS_SECRET }
    concurrency: 8
  plain: { target: reference }
`,
);
afterAll(() => rmSync(folder, { recursive: true }));

const environment = { HERE: "there", OURS_KEY: "key", OURS_SECRET: "secret", AWS_SESSION_TOKEN: "of somebody else" };
const want = (flags: TargetFlags, own: NodeJS.ProcessEnv = environment) => wantedTarget(flags, own, async () => []);

test("a name of the configuration stands for a target and all that it is told", async () => {
	const wanted = await want({ target: "ours", config });
	expect(wanted.form).toBe("image:example/swf:1.2");
	expect(wanted.container).toEqual({
		...{ port: 8080, readiness: { kind: "http", path: "/health" } },
		environment: { A: "one", B: "there" },
	});
	expect(wanted.defaults.concurrency).toBe(8);
	expect(wanted.environment).toMatchObject({
		AWS_REGION: "eu-west-1",
		AWS_ACCESS_KEY_ID: "key",
		AWS_SECRET_ACCESS_KEY: "secret",
	});
	expect(wanted.environment).not.toHaveProperty("AWS_SESSION_TOKEN");
});

test("what the command line says wins over the configuration", async () => {
	const { container } = await want({
		...{ target: "ours", config, targetPort: 9090, targetWait: { kind: "port" }, targetStartup: 5 },
		targetEnv: ["A=two=2", "HERE"],
	});
	expect(container).toEqual({
		...{ port: 9090, readiness: { kind: "port" }, startupSeconds: 5 },
		environment: { A: "two=2", B: "there", HERE: "there" },
	});
});

test("a form is taken as it is, with the environment as it is", async () => {
	expect(await want({ target: "http://127.0.0.1:1" })).toEqual({
		...{ form: "http://127.0.0.1:1", container: {}, defaults: {}, environment },
	});
});

describe("refused is", () => {
	test.each([
		[
			"a name that is near one of the configuration",
			{ target: "our", config },
			/or from the configuration ours, plain\. Did you mean ours\?/,
		],
		[
			"a port of what is no container",
			{ target: "mock", targetPort: 1 },
			/--target mock: a port, an environment.* are of containers/,
		],
		["an environment of what is none by the configuration", { target: "plain", config, targetEnv: ["A=b"] }, /of containers/],
		[
			"a configuration that is not there",
			{ target: "mock", config: join(folder, "none.yaml") },
			/^--config \S+none\.yaml: cannot be read, no such file/,
		],
		["a configuration that is a folder", { target: "mock", config: folder }, /^--config \S+wanted-target-\S+: cannot be read, /],
	])("%s", async (_title, flags, message) => {
		await expect(want(flags)).rejects.toThrow(message);
	});

	test.each([
		[
			"credentials",
			{ OURS_SECRET: "s", HERE: "h" },
			/^OURS_KEY, which the credentials of the target ours of .*config\.yaml needs, is not set$/,
		],
		[
			"the environment",
			{ OURS_KEY: "k", OURS_SECRET: "s" },
			/^HERE, which the environment of the container ours needs, is not set$/,
		],
	])("a variable for %s that is not set", async (_title, own, message) => {
		await expect(want({ target: "ours", config }, own)).rejects.toThrow(message);
	});
});
