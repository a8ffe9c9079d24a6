import { describe, expect, test } from "vitest";
import { documentedRates } from "../../../specs/model/rates/rates.ts";
import { InputError } from "../../scenario/problem.ts";
import { parseConfig } from "./parse-config.ts";

const problems = (text: string): string => {
	try {
		parseConfig(text, "serve.yaml");
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
	return "";
};

test("a configuration names everything that serve can be told", () => {
	const { invokeLambda, ...config } = parseConfig(
		`
port: 4567
host: 0.0.0.0
clock: virtual
log: true
region: eu-west-1
account: "123456789012"
auth: verify
longPollSeconds: 5
visibilityLag: { listings: 2, descriptions: 1 }
limits: { openTimers: 3, domains: 100, historyEvents: none, rates: documented }
lambda:
  greet: { result: { hello: world }, seconds: 2 }
principals:
  - name: anna
    accessKeyId: AKIDANNA
    secretAccessKey: secret
    policy:
      Version: "2012-10-17"
      Statement:
        Effect: Allow
        Action: [swf:Poll*, swf:Respond*]
        Resource: "*"
        Condition: { StringEqualsIfExists: { swf:taskList.name: [a, b] }, "Null": { swf:tagList.member.0: true } }
`,
		"serve.yaml",
	);
	expect(invokeLambda?.("greet", "{}")).toEqual({ kind: "completed", result: `{"hello":"world"}`, seconds: 2 });
	expect(config).toEqual({
		...{ port: 4567, host: "0.0.0.0", clock: "virtual", log: true, region: "eu-west-1", account: "123456789012" },
		...{ auth: "verify", longPollSeconds: 5, visibilityLag: { listings: 2, descriptions: 1 }, rates: documentedRates },
		limits: { openTimers: 3, domains: 100, historyEvents: Number.POSITIVE_INFINITY },
		principals: [
			{
				...{ name: "anna", accessKeyId: "AKIDANNA", secretAccessKey: "secret" },
				policy: {
					Statement: [
						{
							...{ Effect: "Allow", Action: ["swf:Poll*", "swf:Respond*"], Resource: "*" },
							Condition: {
								StringEqualsIfExists: { "swf:taskList.name": ["a", "b"] },
								Null: { "swf:tagList.member.0": "true" },
							},
						},
					],
				},
			},
		],
	});
});

test("JSON will do, and rates can be set one by one", () => {
	const rates = { calls: { ListDomains: { size: 1, refill: 0.5 } }, tasksPerList: { size: 2, refill: 2 } };
	expect(parseConfig(JSON.stringify({ limits: { rates }, lambda: "unavailable", visibilityLag: 3 }), "serve.json")).toEqual({
		...{
			limits: {},
			rates: { ...rates, callsPerExecution: {}, decisions: {} },
			lacksLambda: true,
			visibilityLag: { listings: 3 },
		},
	});
});

describe("a mistake", () => {
	test.each([
		["an empty file", "", "serve.yaml:1:1: the configuration is a mapping"],
		["no YAML", "port: [", "serve.yaml:1:8: not valid YAML here"],
		["an unknown key", "prot: 1", `serve.yaml:1:1: the configuration has no key "prot"`],
		["a near key", "prot: 1", "Did you mean port?"],
		["a port out of range", "port: 70000", "serve.yaml:1:7: port is a whole number, 0 to 65535, not 70000"],
		["an unknown clock", "clock: moon", "serve.yaml:1:8: clock is one of wall, virtual"],
		["an account that is a number", "account: 123456789012", "serve.yaml:1:10: account is twelve digits, in quotes"],
		["an unknown limit", "limits: {openTimer: 1}", "Did you mean openTimers?"],
		["a limit in words", "limits: {openTimers: few}", "serve.yaml:1:22: openTimers, unless it is none,"],
		["a rate of an unknown operation", "limits: {rates: {calls: {ListDomain: {}}}}", "Did you mean ListDomains?"],
		["half a rate", "limits: {rates: {tasksPerList: {size: 1}}}", "of which refill is missing"],
		["a rate of a decision that has none", "limits: {rates: {decisions: {RecordMarker: {}}}}", `no key "RecordMarker"`],
		["a negative lag", "visibilityLag: -1", "serve.yaml:1:16: visibilityLag, unless it is a mapping,"],
		[
			"two outcomes of a function",
			"lambda: {f: {result: 1, timeout: true}}",
			"serve.yaml:1:25: the function f has more than one",
		],
		["a flag that is false", "lambda: {f: {timeout: false}}", "serve.yaml:1:23: the only value here is true"],
		["a principal without a key", "principals: [{name: a}]", "serve.yaml:1:14: a principal has a accessKeyId"],
		[
			"a key twice",
			"principals: [{name: a, accessKeyId: K}, {name: b, accessKeyId: K}]",
			"serve.yaml:1:64: the access key K belongs",
		],
		["a policy without a statement", "principals: [{name: a, accessKeyId: K, policy: {}}]", "a policy has a Statement"],
		["a statement without effect", "principals: [{name: a, accessKeyId: K, policy: {Statement: {}}}]", "has an Effect"],
		["a statement on nothing", "principals: [{name: a, accessKeyId: K, policy: {Statement: {}}}]", "one of Action and NotAction"],
		[
			"an unknown operator",
			"principals: [{name: a, accessKeyId: K, policy: {Statement: {Effect: Deny, Action: x, Resource: y, Condition: {StringEqual: {}}}}}]",
			"Did you mean StringEquals?",
		],
	])("as %s is told with its place", (_title, text, message) => {
		expect(problems(text)).toContain(message);
	});

	test("in a secret is told without it", () => {
		expect(problems("principals: [{name: a, accessKeyId: K, secretAccessKey: 271828}]")).toBe(
			"serve.yaml:1:57: secretAccessKey is a text; put it in quotes",
		);
	});
});
