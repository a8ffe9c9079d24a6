import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { decisionTypes, eventTypes, operationNames } from "./wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "./wire/json.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");

const schema = JSON.parse(read("specs", "scenario.schema.json")) as JsonObject;
// Unions of types are how a reference stands beside a value; `required` in an alternative names properties of the whole.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
const accepts = ajv.compile(schema);

const readme = read("suites", "README.md");
const suites = readdirSync(join(root, "suites"), { recursive: true, encoding: "utf8" })
	.filter((name) => name.endsWith(".yaml") && name.split(sep)[0] !== "known")
	.sort();
const scenarioIn = (name: string): Json => parse(read("suites", name)) as Json;

const definition = (name: string): JsonObject => {
	const found = isJsonObject(schema["$defs"] ?? null) ? (schema["$defs"] as JsonObject)[name] : undefined;
	if (!isJsonObject(found)) throw new Error(`the schema has no definition ${name}`);
	return found;
};
const keysOf = (value: Json | undefined): readonly string[] => (isJsonObject(value) ? Object.keys(value) : []);
const alternatives = (of: JsonObject): readonly JsonObject[] => (of["anyOf"] ?? []) as readonly JsonObject[];

/** A step under a scenario that is right but for it. */
const scenario = (steps: string): string => `clauses: [subject/statement]\nsteps:\n${steps.replace(/^/gm, "  ")}`;
const acceptsText = (text: string): boolean => accepts(parse(text));

describe("what the schema accepts", () => {
	test("it is valid against JSON Schema 2020-12 itself", () => {
		expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
		expect(ajv.validateSchema(schema)).toBe(true);
	});

	test("every scenario of the suites", () => {
		expect(suites.length).toBeGreaterThan(100);
		expect(suites.filter((name) => !accepts(scenarioIn(name)))).toEqual([]);
	});

	test("every example of the language's description", () => {
		const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example]) => example ?? "");
		const whole = examples.map((example) => {
			if (example.startsWith("- ")) return scenario(example);
			return example.startsWith("given:") ? `${scenario("- elapse: 1")}\n${example}` : example;
		});
		expect(whole.length).toBeGreaterThan(4);
		expect(whole.filter((text) => !acceptsText(text))).toEqual([]);
	});

	const right: Readonly<Record<string, string>> = {
		"an operation without members": "- ListDomains:",
		"a request that is wrong for SWF": "- RegisterDomain: { name: $unique.d, workflowExecutionRetentionPeriodInDays: never }",
		"a text of a request that no enumeration has": "- StartWorkflowExecution: { childPolicy: SPARE }",
		"a reference where the member is a structure": "- DescribeWorkflowExecution: { execution: $run }",
		"a reference where the member is a number":
			"- GetWorkflowExecutionHistory: { maximumPageSize: $task.previousStartedEventId }",
		"a text with a reference inside of it": `- StartWorkflowExecution: { input: "for \${run.workflowId}" }`,
		"a text with references from its beginning on": `- StartWorkflowExecution: { input: "\${run.workflowId}/\${run.runId}" }`,
		"a text that begins with a dollar": "- StartWorkflowExecution: { input: $$5 }",
		"an absent structure":
			"- StartWorkflowExecution: { taskList: { $absent: true }, tagList: [a, { $repeat: { text: b, times: 9 } }] }",
		"a decision as SWF takes it":
			"- RespondDecisionTaskCompleted: { decisions: [{ decisionType: StartTimer, startTimerDecisionAttributes: { timerId: t } }] }",
		"decisions, bare, empty and with attributes":
			"- decide: $run\n  decisions: [RecordMarker, StartTimer: , RecordMarker: { details: x }]",
		"an execution that is written out":
			"- decide: { workflowId: $unique.child }\n- history: { workflowId: $a.b, runId: $new.newExecutionRunId }",
		"requests as they are":
			"- send: ListDomains\n  members: { a: 5, b: [{ c: null }], d: { $absent: true } }\n  sign: false\n- send: ListDomains\n  body: ['{', { $repeat: { text: x, times: 9 } }]\n  headers: { X-Y: z, content-type: { $absent: true } }\n  sign: { ago: 60 }\n- send: ListDomains\n  each: [{ a: 1 }, {}]",
		"a response":
			"- ListDomains:\n  expect: { response: { status: { $lessThan: 500 }, headers: { X-Y: z }, body: '', json: { a: [1] } } }",
		"what may stand beside a task":
			"- activityTask: $run\n  activityId: a\n  taskList: $unique.l\n  within: 3\n  as: task\n- decisionTask: $run\n  taskList: l",
		"steps in branches": "- together: [[elapse: 0.5], [ListDomains: , together: [[], []]]]",
		"events, bare, empty and with attributes":
			"- history: $run\n  expect: { inOrder: [TimerFired, TimerFired: , TimerFired: { eventId: { $atLeast: 3 } }], ignoring: [TimerStarted] }",
		"an event with a name": "- decisionTask: $run\n  expect:\n    contains:\n      - TimerFired:\n        as: fired",
		"a pattern for the list of events": "- history: $run\n  expect: { events: { $size: { $greaterThan: 3 } } }",
		"faults in every form":
			"- ListDomains:\n  expect: [fault: { type: { $oneOf: [OperationNotPermittedFault] }, message: { $any: text } }, fault: { $not: ValidationException }]",
		"readings, each with its own kind":
			"- history: $run\n  expect: { readings: { a: { exactly: [], ignoring: [TimerFired] }, b: { fault: UnknownResourceFault } }, clause: a/b, level: MAY }",
		"numbers in every form":
			"- history: $run\n  expect: { contains: [TimerFired: { eventTimestamp: { $about: { $plus: [$a.b, 5] }, $by: 0.5 }, eventId: { $lessThan: $x.y } }] }",
		"every kind of anything": `- ListDomains:\n  expect:\n${[true, "text", "number", "boolean", "object", "list"]
			.map((kind) => `    - answer: { domainInfos: { $any: ${kind} } }`)
			.join("\n")}`,
		"items in any order":
			"- ListDomains:\n  expect: { answer: { domainInfos: { $contains: [{ status: { $oneOf: [REGISTERED, { $absent: true }] } }] } } }",
		"raw events":
			"- PollForDecisionTask:\n  expect: { answer: { events: [{ eventType: TimerFired, timerFiredEventAttributes: { $any: true } }] } }",
	};
	test.each(Object.entries(right))("%s", (_, steps) => {
		expect(acceptsText(scenario(steps))).toBe(true);
	});

	test("whatever a table of cases may put in the place of a value or a key", () => {
		const steps = `
- $case.operation: $case.members
  expect: $case.expectation
- $case.action: $run
  decisions: [$case.decision, { $case.decision: $case.attributes }]
- decide: $run
  decisions: $case.decisions
  within: $case.within
- elapse: $case.seconds
- StartWorkflowExecution: { $case.member: $case.value, input: { $repeat: { text: x, times: $case.times } }, childPolicy: $case.policy }
  expect: { answer: { runId: { $case.matcher: x } } }
- history: $run
  expect:
    - contains: [$case.event, { $case.event: { $case.member: 1 } }]
      level: $case.level
      clause: $case.clause
    - $case.relation: $case.events
- TerminateWorkflowExecution:
  expect: { fault: $case.fault }
- $case.step`;
		expect(acceptsText(`cases: { one: { operation: ListDomains } }\n${scenario(steps.slice(1))}`)).toBe(true);
		expect(acceptsText("clauses: $case.clauses\nlevel: $case.level\nneeds: [$case.feature]\nsteps: $case.steps")).toBe(true);
		expect(acceptsText(`given: { workflowTypes: { workflow: $case.members } }\n${scenario("- elapse: 1")}`)).toBe(true);
	});
});

describe("what the schema refuses", () => {
	const wrong: Readonly<Record<string, string>> = {
		"an unknown operation": "- StartWorkflow: {}",
		"an unknown member": "- StartWorkflowExecution: { workflowID: $unique.a }",
		"an unknown member of a structure": "- StartWorkflowExecution: { taskList: { named: x } }",
		"an unknown member of an answer": "- ListDomains:\n  expect: { answer: { domains: [] } }",
		"a text that is a number": "- StartWorkflowExecution: { taskStartToCloseTimeout: 10 }",
		"a number that is a text": '- GetWorkflowExecutionHistory: { maximumPageSize: "10" }',
		"a structure that is a text": "- StartWorkflowExecution: { taskList: main }",
		"a matcher in a request": "- StartWorkflowExecution: { input: { $any: true } }",
		"an absence that is not": "- StartWorkflowExecution: { input: { $absent: false } }",
		"an absence with members beside it": "- StartWorkflowExecution: { taskList: { $absent: true, name: x } }",
		"a long text of no length": "- StartWorkflowExecution: { input: { $repeat: { text: x } } }",
		"a reference that is spelled wrongly": "- StartWorkflowExecution: { input: $run..runId }",
		"a reference in the place of all members": "- StartWorkflowExecution: $run",
		"an unknown key of a step": "- history: $run\n  expects: { exactly: [] }",
		"two actions in a step": "- elapse: 1\n  history: $run",
		"two operations in a step": "- ListDomains: {}\n  StartWorkflowExecution: {}",
		"no action in a step": "- as: run\n  within: 5",
		"patience for a call that does more than read": "- StartWorkflowExecution: {}\n  within: 5",
		"decisions where nothing is decided": "- decisionTask: $run\n  decisions: []",
		"something beside elapse": "- elapse: 1\n  within: 2",
		"elapse negative": "- elapse: -1",
		"elapse of nothing": "- elapse: 0",
		"elapse as a text": '- elapse: "5"',
		"patience of more than a year": "- history: $run\n  within: 31536001",
		"one branch": "- together: [[elapse: 1]]",
		"branches that are no lists": "- together: [elapse: 1, elapse: 2]",
		"an execution that is a text": "- history: run",
		"an execution by its run only": "- history: { runId: $run.runId }",
		"a name that is not lower camel case": "- ListDomains:\n  as: The-List",
		"a name that is a word of the language": "- ListDomains:\n  as: unique",
		"a misspelt decision": "- decide: $run\n  decisions: [CompleteWorkflow]",
		"a misspelt decision with attributes": "- decide: $run\n  decisions: [RecordMark: { markerName: m }]",
		"two decisions in one": "- decide: $run\n  decisions: [{ RecordMarker: {}, CancelTimer: {} }]",
		"an unknown attribute of a decision": "- decide: $run\n  decisions: [RecordMarker: { name: m }]",
		"an unknown member of the completion": "- decide: $run\n  with: { context: x }",
		"a misspelt event type": "- history: $run\n  expect: { contains: [WorkflowExecutionTerminate] }",
		"a misspelt event type with attributes": "- history: $run\n  expect: { contains: [TimerFire: { timerId: t }] }",
		"a misspelt event type to ignore": "- history: $run\n  expect: { exactly: [], ignoring: [TimerFire] }",
		"an unknown attribute of an event": "- history: $run\n  expect: { contains: [TimerFired: { id: t }] }",
		"an attribute of another type": "- history: $run\n  expect: { contains: [TimerFired: { startedEventId: '5' }] }",
		"two events in one": "- history: $run\n  expect: { contains: [{ TimerFired: {}, TimerStarted: {} }] }",
		"a name without an event": "- history: $run\n  expect: { contains: [{ as: fired }] }",
		"a name for an event that must not be there":
			"- history: $run\n  expect:\n    excludes:\n      - TimerFired: {}\n        as: fired",
		"an expectation of a history where there is none": "- ListDomains:\n  expect: { exactly: [] }",
		"two expectations in one": "- history: $run\n  expect: { exactly: [], contains: [] }",
		"an expectation of nothing": "- history: $run\n  expect: { level: MAY }",
		"an answer with a misspelt enumeration":
			"- DescribeWorkflowExecution: { execution: $run }\n  expect: { answer: { executionInfo: { closeStatus: TERMINTED } } }",
		"an answer where it is empty": "- SignalWorkflowExecution: {}\n  expect: { answer: { runId: $run.runId } }",
		"an unknown matcher": "- StartWorkflowExecution: {}\n  expect: { answer: { runId: { $like: x } } }",
		"an unknown matcher among events": "- history: $run\n  expect: { events: [{ $like: x }] }",
		"a misspelt enumeration inside of a matcher":
			"- ListDomains:\n  expect: { answer: { domainInfos: { $contains: [{ status: { $not: REGISTRED } }] } } }",
		"a matcher with members beside it": "- ListDomains:\n  expect: { answer: { nextPageToken: { $any: text, $size: 3 } } }",
		"a tolerance of nothing": "- ListDomains:\n  expect: { answer: { nextPageToken: { $by: 3 } } }",
		"a bound that is a text": "- history: $run\n  expect: { contains: [TimerFired: { eventId: { $atLeast: three } }] }",
		"an unknown kind of anything": "- ListDomains:\n  expect: { answer: { nextPageToken: { $any: string } } }",
		"a matcher in what is sent": "- send: ListDomains\n  members: { a: { $any: true } }",
		"a header that is a number": "- send: ListDomains\n  headers: { a: 5 }",
		"an unknown part of a signature": "- send: ListDomains\n  sign: { date: x }",
		"an operation to send that there is not": "- send: ListDomain",
		"an unknown part of a response": "- ListDomains:\n  expect: { response: { state: 200 } }",
		"an unknown fault": "- ListDomains:\n  expect: { fault: NoSuchFault }",
		"a fault of another operation": "- ListDomains:\n  expect: { fault: TypeDeprecatedFault }",
		"a wrong level": "- ListDomains:\n  expect: { answer: {}, level: must }",
		"a clause without a subject": "- ListDomains:\n  expect: { answer: {}, clause: statement }",
		"a single reading": "- ListDomains:\n  expect: { readings: { only: { answer: {} } } }",
		"readings in readings":
			"- ListDomains:\n  expect: { readings: { a: { answer: {} }, b: { readings: { c: { answer: {} }, d: { answer: {} } } } } }",
		"a misspelt enumeration in a reading":
			"- ListDomains:\n  expect: { readings: { a: { answer: { domainInfos: [{ status: NEW }] } }, b: { answer: {} } } }",
	};
	test.each(Object.entries(wrong))("%s", (_, steps) => {
		expect(acceptsText(scenario(steps))).toBe(false);
	});

	const elapse = scenario("- elapse: 1");
	const wrongFiles: Readonly<Record<string, string>> = {
		"an unknown key": `${elapse}\ntags: [x]`,
		"a wrong level of the scenario": `${elapse}\nlevel: WILL`,
		"an unknown feature": `${elapse}\nneeds: [timer]`,
		"no clauses": "steps: []",
		"an empty list of clauses": "clauses: []\nsteps: []",
		"no steps": "clauses: [a/b]",
		"an unknown kind of fixture": `${elapse}\ngiven: { taskLists: { a: {} } }`,
		"an unknown member of a fixture": `${elapse}\ngiven: { workflowTypes: { a: { childPolicy: ABANDON } } }`,
		"a name for a fixture": `${elapse}\ngiven: { domains: { a: { name: b } } }`,
		"an empty table": `${elapse}\ncases: {}`,
		"an unknown family": `${elapse}\ncases: { $vary: sizes, of: { ListDomains: } }`,
		"a family of nothing": `${elapse}\ncases: { $vary: bounds, of: {} }`,
		"a family of an unknown operation": `${elapse}\ncases: { $vary: bounds, of: { ListDomain: } }`,
		"a family with an unknown member": `${elapse}\ncases: { $vary: bounds, of: { ListDomains: { name: x } } }`,
		"a row that is a list": `${elapse}\ncases: { one: [a] }`,
		"a row whose name could not be told": `${elapse}\ncases: { "a b": { x: 1 } }`,
	};
	test.each(Object.entries(wrongFiles))("%s", (_, text) => {
		expect(acceptsText(elapse)).toBe(true);
		expect(acceptsText(text)).toBe(false);
	});

	test("any key of any scenario, once it is misspelt", () => {
		const accepted = suites.flatMap((name) =>
			misspellings(scenarioIn(name), [])
				.filter(({ value }) => accepts(value))
				.map(({ at }) => `${name}: ${at}`),
		);
		expect(accepted).toEqual([]);
	});
});

/** Keys that are the author's own, and what lies where only the case tells which operation it is for. */
const free = [
	/^cases\./,
	/\.(?:members|headers)\./,
	/\.each\.\d+\./,
	/\.response\.(?:headers|json|body)\./,
	/^given\.\w+\.[^.]+$/,
	/\breadings\.[^.]+$/,
	/\$case/,
	/<by case>.*\banswer\./,
	/\bevents\./,
	/\bmessage\./,
];

/** The value with one key misspelt, for each of its keys that the language knows. */
function misspellings(value: Json, path: readonly string[]): readonly { readonly at: string; readonly value: Json }[] {
	if (Array.isArray(value)) {
		const items = value as readonly Json[];
		return items.flatMap((item, index) =>
			misspellings(item, [...path, String(index)]).map((found) => ({ at: found.at, value: items.with(index, found.value) })),
		);
	}
	if (!isJsonObject(value)) return [];
	const entries = Object.entries(value);
	const here = entries.some(([key]) => key === "send" || key.startsWith("$case.")) ? [...path, "<by case>"] : path;
	return entries.flatMap(([key, of], index) => {
		const at = [...here, key].join(".");
		const deeper = misspellings(of, [...here, key]).map((found) => ({
			at: found.at,
			value: Object.fromEntries(entries.with(index, [key, found.value])) as Json,
		}));
		const own = { at, value: Object.fromEntries(entries.with(index, [`${key}s`, of])) as Json };
		return free.some((pattern) => pattern.test(at)) ? deeper : [own, ...deeper];
	});
}

describe("what the schema has in common with the language's description", () => {
	/** The words in backquotes in the first column of the table with this head. */
	const firstColumn = (head: RegExp): readonly string[] => {
		const at = readme.search(head);
		const table = at < 0 ? "" : (readme.slice(at).split("\n\n")[0] ?? "");
		const cells = table
			.split("\n")
			.slice(2)
			.map((row) => row.split("|")[1] ?? "");
		return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? ""));
	};

	test("the keys of a file", () => {
		expect(keysOf(schema["properties"])).toEqual(firstColumn(/^\| Key +\| Meaning/m));
	});

	test("the keys of an expectation", () => {
		const described = firstColumn(/^\| Key +\| Holds when/m).map((word) => word.replace(/:.*$/, ""));
		const beside = ["clause", "level", "ignoring"];
		expect(new Set(keysOf(definition("expectationOfHistory")["properties"]))).toEqual(new Set([...described, ...beside]));
	});

	test("the matchers", () => {
		const described = firstColumn(/^\| Matcher /m).flatMap((word) => word.match(/\$\w+/g) ?? []);
		const known = alternatives(definition("anyMatcher")).flatMap((one) =>
			keysOf(one["$ref"] === "#/$defs/matcher" ? definition("matcher")["properties"] : one["properties"]),
		);
		expect(new Set(known)).toEqual(new Set([...described, "$repeat"]));
	});

	test("every operation, decision and type of event, and nothing else", () => {
		const actions = alternatives(definition("step")).flatMap(({ title }) => (typeof title === "string" ? [title] : []));
		const own = ["decisionTask", "decide", "activityTask", "history", "send", "elapse", "together"];
		expect(actions).toEqual([...own, ...operationNames]);
		expect(alternatives(definition("decision")).flatMap(({ properties }) => keysOf(properties))).toEqual(decisionTypes);
		expect(alternatives(definition("event")).flatMap(({ properties }) => keysOf(properties))).toEqual([...eventTypes, "as"]);
		expect([operationNames.length, decisionTypes.length, eventTypes.length]).toEqual([39, 13, 54]);
	});

	test("the description tells where the schema is before it tells anything else", () => {
		expect(readme.slice(0, readme.indexOf("\n## "))).toContain("specs/scenario.schema.json");
	});

	test("one relative path leads every scenario's editor to it", () => {
		const found = suites.map((name) => resolve(root, "suites", dirname(name), "../../specs/scenario.schema.json"));
		expect([...new Set(found)]).toEqual([resolve(root, "specs/scenario.schema.json")]);
	});
});
