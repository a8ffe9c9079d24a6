import { expect, test } from "vitest";
import { caseOf } from "../../reports/fixtures/load.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import { scenarioOf } from "../fixtures/stage.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { makeRecipe } from "./make-recipe.ts";
import type { RecordedCase, RecordedExchange } from "./recorded-case.ts";
import { jqOf } from "./shell.ts";

const exchange = (step: string, operation: string, input: JsonObject, own: Partial<RecordedExchange> = {}): RecordedExchange => ({
	...{ step, operation, input, sentAfterMs: 0, durationMs: 1, request: { headers: {}, body: JSON.stringify(input) } },
	response: { status: 200, headers: {}, body: "{}" },
	...own,
});

const recordedOf = (exchanges: readonly RecordedExchange[], scenario?: Scenario): RecordedCase => ({
	...{ one: { ...caseOf({}), exchanges }, kit: "0", clauses: {}, isModel: false },
	...{ target: { name: "t", endpoint: "http://127.0.0.1:1", region: "r" }, client: { name: "c", version: "1" } },
	...(scenario === undefined ? {} : { scenario }),
});

/** What is done, in short. */
const actionsOf = (exchanges: readonly RecordedExchange[], scenario?: Scenario) =>
	makeRecipe(recordedOf(exchanges, scenario)).actions.map((action) =>
		action.kind === "pause" ? `${action.seconds} s` : `${action.operation} ${jqOf(action.body)}`,
	);

const domain = "swf-conformance-0123456789-3";
const describe = (step: string) => exchange(step, "DescribeDomain", { name: "d" });

test("a domain that another case registered is registered first, one that the case registers itself is not", () => {
	const named = String.raw`{"name": "swf-conformance-\($unique)-3"}`;
	const registered = String.raw`RegisterDomain {"name": "swf-conformance-\($unique)-3", "workflowExecutionRetentionPeriodInDays": "1"}`;
	expect(actionsOf([exchange("1", "DescribeDomain", { name: domain })])).toEqual([registered, `DescribeDomain ${named}`]);
	expect(actionsOf([exchange("fixture", "RegisterDomain", { name: domain })])).toEqual([`RegisterDomain ${named}`]);
	const refused = { response: { status: 400, headers: {}, body: '{"__type":"DomainAlreadyExistsFault"}' } };
	expect(actionsOf([exchange("1", "RegisterDomain", { name: domain }, refused)])).toEqual([
		registered,
		`RegisterDomain ${named}`,
	]);
});

test("service time passes where the scenario lets it pass, also before histories are read", () => {
	const scenario = scenarioOf(
		"  - DescribeDomain: { name: a }\n  - elapse: 5\n  - elapse: 2\n  - DescribeDomain: { name: b }\n  - elapse: 9",
	);
	const history = exchange("history", "GetWorkflowExecutionHistory", {});
	const [one, other] = ["DescribeDomain", "GetWorkflowExecutionHistory"].map((operation) => expect.stringContaining(operation));
	expect(actionsOf([describe("1"), describe("4"), history], scenario)).toEqual([one, "7 s", one, "9 s", other]);
	expect(actionsOf([describe("1"), history], scenario)).toEqual([one, other]);
});

test("what a step sends as it is keeps its headers and what is wrong about its signature", () => {
	const rawOf = (step: string, headers: Readonly<Record<string, string>> = {}) => {
		const scenario = scenarioOf(
			`  - send: ListDomains\n    members: {}\n    ${step}\n    expect: { fault: ValidationException }`,
		);
		const request = {
			headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "S.ListDomains", ...headers },
			body: "{}",
		};
		const [action] = makeRecipe(recordedOf([exchange("1", "ListDomains", {}, { request })], scenario)).actions;
		return action?.kind === "call" ? action.raw : undefined;
	};
	const usual = [
		["content-type", "application/x-amz-json-1.0"],
		["x-amz-target", "S.ListDomains"],
	];
	expect(rawOf("sign: false")).toEqual({ headers: usual, sign: false });
	expect(rawOf("sign: { region: eu-north-1 }")).toEqual({ headers: usual, sign: { region: "eu-north-1" } });
	expect(rawOf("sign: { sessionToken: made-up }")).toEqual({
		headers: [...usual, ["x-amz-security-token", "made-up"]],
		sign: {},
	});
	expect(rawOf("headers: { x-gone: { $absent: true } }")).toEqual({ headers: [...usual, ["x-gone", null]], sign: {} });
	expect(rawOf("headers: { authorization: Basic x }", { authorization: "[redacted]", "x-amz-date": "d" })).toEqual({
		...{ headers: [...usual, ["x-amz-date", "d"], ["authorization", "Basic x"]], sign: false },
	});
	expect(() => rawOf("sign: { ago: 60 }")).toThrow(/step 1 sends a signature of another time/);
	expect(() => rawOf("sign: { body: other }")).toThrow(/a signature of another body/);
});

test("what is not as it was is said", () => {
	const together = scenarioOf("  - together: [[DescribeDomain: { name: a }], [DescribeDomain: { name: b }]]");
	expect(makeRecipe(recordedOf([exchange("1.1.1", "DescribeDomain", { name: domain })], together)).notes).toEqual([
		expect.stringContaining("at once"),
	]);
	expect(makeRecipe(recordedOf([describe("1")])).notes).toEqual([
		expect.stringContaining("do not have the scenario"),
		expect.stringContaining("Nothing in the names"),
	]);
});
