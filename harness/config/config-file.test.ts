import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readYaml, toJson } from "../scenario/located.ts";
import { InputError } from "../scenario/problem.ts";
import { targetNames } from "../targets/target-kinds.ts";
import { parseConfigFile } from "./config-file.ts";

const file = "folder/swf-conformance.config.yaml";
const parse = (text: string) => parseConfigFile(text, file, ["children", "timers"], targetNames);
const accepts = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync("specs/config.schema.json", "utf8")));

function problems(text: string): string {
	try {
		parse(text);
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
	return "";
}

const everything = `
targets:
  ours:
    target: image:example/swf:1.2
    port: 8080
    env: { LEVEL: debug, WORKERS: 3, VERBOSE: true, LICENCE: { from: OURS_LICENCE } }
    wait: log:Ready to serve
    startup: 90
    region: eu-west-1
    credentials: { accessKeyId: OURS_KEY, secretAccessKey: OURS_SECRET, sessionToken: OURS_TOKEN }
    client: wire
    concurrency: 8
    patience: 0.5
    maxWait: 20
    expectations: known/ours.yaml
    targetVersion: "1.2"
    lacks: [children]
    has: [timers]
  staging: { target: "http://127.0.0.1:5000" }
`;

test("a configuration names everything that a target can be told", () => {
	expect(parse(everything)).toEqual({
		ours: {
			...{ target: "image:example/swf:1.2", port: 8080, wait: { kind: "log", text: "Ready to serve" }, startup: 90 },
			env: { LEVEL: "debug", WORKERS: "3", VERBOSE: "true", LICENCE: { from: "OURS_LICENCE" } },
			...{ region: "eu-west-1", client: "wire", concurrency: 8, patience: 0.5, maxWait: 20 },
			credentials: { accessKeyId: "OURS_KEY", secretAccessKey: "OURS_SECRET", sessionToken: "OURS_TOKEN" },
			...{ expectations: resolve("folder/known/ours.yaml"), targetVersion: "1.2", lacks: ["children"], has: ["timers"] },
		},
		staging: { target: "http://127.0.0.1:5000" },
	});
	expect(accepts(toJson(readYaml(everything, file)))).toBe(true);
});

/** One target with this beside what it is. */
const withKey = (text: string) => `targets: {ours: {target: "image:a", ${text}}}`;

describe("a mistake", () => {
	test.each([
		["no targets", "{}", "1:1: the configuration has targets"],
		["an unknown key", "target: {}", `1:1: the configuration has no key "target"; expected targets. Did you mean targets?`],
		["a name with a colon", `targets: {"a:b": {target: mock}}`, "1:11: the name of a target is letters"],
		["a target without one", "targets: {ours: {}}", "1:17: a target has a target"],
		["an unknown key of a target", withKey("prot: 1"), `has no key "prot"`],
		["port 0", withKey("port: 0"), "port is that of the container, 1 to 65535, not 0"],
		["a port out of range", withKey("port: 70000"), "1:43: port is a whole number, 0 to 65535, not 70000"],
		["a wait for nothing known", withKey("wait: tcp"), "1:43: wait is port, log:TEXT or http:/PATH, not tcp"],
		["a path without a slash", withKey("wait: 'http:ok'"), "wait is port"],
		["no time to start", withKey("startup: 0"), "startup is a number of seconds, more than 0"],
		["no concurrency", withKey("concurrency: 0"), "concurrency is a whole number, 1 or more"],
		["no patience", withKey("patience: 0"), "patience is a number above 0"],
		["a variable with a dash", withKey("env: {A-B: c}"), "1:43: the name of an environment variable"],
		["a value that is a list", withKey("env: {A: [b]}"), "a value of the environment is a text"],
		["a value from nowhere", withKey("env: {A: {}}"), "a value of the environment is a text"],
		["half of the credentials", withKey("credentials: {accessKeyId: K}"), "credentials have a secretAccessKey"],
	])("as %s is told with its place, and refused by the schema", (_title, text, message) => {
		expect(problems(text)).toContain(message);
		expect(problems(text)).toContain(`${file}:1:`);
		expect(accepts(toJson(readYaml(text, file)))).toBe(false);
	});

	test("of a name that the kit has itself is told", () => {
		expect(problems("targets: {moto: {target: mock}}")).toContain("1:11: moto is a target of the kit's own");
	});

	test("of a feature that there is not is told with what was perhaps meant", () => {
		expect(problems(withKey("lacks: [childre]"))).toContain("Did you mean children?");
	});

	test.each(["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG"])(
		"that puts a secret into the file is told without it: %s",
		(secret) => {
			const text = withKey(`credentials: {accessKeyId: K, secretAccessKey: ${secret}}`);
			expect(problems(text)).toContain("secretAccessKey is the name of an environment variable, not the secret itself");
			expect(problems(text)).not.toContain(secret);
			expect(accepts(toJson(readYaml(text, file)))).toBe(false);
		},
	);
});
