// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how the language writes references inside of texts
import { describe, expect, test } from "vitest";
import type { Clause } from "../../specs/clause.ts";
import { parseScenario, type Vocabulary } from "./parse.ts";
import { InputError } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

const clause = (id: string, level: Clause["level"]): readonly [string, Clause] => [
	id,
	{ id, text: "t", sources: ["s"], standing: "documented", level, contested: {}, line: 1 },
];
const vocabulary: Vocabulary = {
	clauses: new Map([
		clause("termination/closes-at-once", "MUST"),
		clause("termination/cause", "SHOULD"),
		clause("x/open", "MAY"),
	]),
	features: ["timers", "children"],
};

const parse = (text: string): readonly Scenario[] => parseScenario(text, "termination/claim", "s.yaml", vocabulary);
const parseOne = (text: string): Scenario => {
	const [scenario] = parse(text);
	if (scenario === undefined) throw new Error("no case");
	return scenario;
};
const problems = (text: string): readonly string[] => {
	try {
		parse(text);
	} catch (error) {
		if (error instanceof InputError) return error.message.split("\n");
		throw error;
	}
	return [];
};

const head = "clauses: [termination/closes-at-once]\n";
const steps = (...lines: readonly string[]) => `${head}steps:\n${lines.map((line) => `  ${line}\n`).join("")}`;
const start = "- { StartWorkflowExecution: {}, as: run }";
/** Line 1 cites, line 2 says `steps:`, line 3 starts the execution; what is tried begins on line 4, column 3. */
const started = (...lines: readonly string[]) => steps(start, ...lines);
const used = "- history: $run";

describe("a wrong file is refused with its place and, where one is near, a suggestion", () => {
	test.each<readonly [string, string, string]>([
		["no YAML", "clauses: [a\nsteps: []\n", "s.yaml:2:1: not valid YAML here: "],
		[
			"an unknown key",
			`${head}step: []\n`,
			's.yaml:2:1: a scenario has no key "step"; expected clauses, about, level, needs, given, cases, steps. Did you mean steps?',
		],
		["no steps", head, "s.yaml:1:1: a scenario has steps: what is done, in order"],
		["steps that are no list", `${head}steps: {}\n`, "s.yaml:2:8: steps is a list, not a mapping"],
		["no clause", "steps: []\n", "s.yaml:1:1: a scenario cites at least one clause"],
		[
			"an unknown clause",
			"clauses: [termination/closes-at-one]\nsteps: []\n",
			"s.yaml:1:11: there is no clause termination/closes-at-one in specs/clauses. Did you mean termination/closes-at-once?",
		],
		[
			"an unknown feature",
			`${head}needs: [timer]\nsteps: []\n`,
			's.yaml:2:9: a feature is one of timers, children, not "timer". Did you mean timers?',
		],
		[
			"an unknown level",
			`${head}level: MUSTS\nsteps: []\n`,
			's.yaml:2:8: level is one of MUST, SHOULD, MAY, not "MUSTS". Did you mean MUST?',
		],
		["an about that is no text", `${head}about: [x]\nsteps: []\n`, "s.yaml:2:8: about is a text, not a list"],
		[
			"an unknown operation",
			steps("- StartWorkflowExecutoin: {}"),
			"s.yaml:3:5: there is no operation or action StartWorkflowExecutoin. Did you mean StartWorkflowExecution?",
		],
		[
			"an operation named like a member of every object",
			steps("- constructor: {}"),
			"s.yaml:3:5: there is no operation or action constructor.",
		],
		[
			"a step without an action",
			steps("- { as: x }"),
			"s.yaml:3:5: a step has one action: decisionTask, decide, activityTask, history, send, elapse, together or an operation of SWF",
		],
		[
			"a step with two actions",
			started("- { decisionTask: $run, elapse: 5 }"),
			"s.yaml:4:27: a step has one action, not both decisionTask and elapse; make it a step of its own",
		],
		["a step that is no mapping", steps("- elapse"), 's.yaml:3:5: a step is a mapping, not "elapse"'],
		[
			"a modifier that the action does not take",
			started("- { history: $run, taskList: x }"),
			"s.yaml:4:22: history takes as, expect, within, domain beside it, not taskList",
		],
		[
			"an unknown member",
			steps("- StartWorkflowExecution: { workflowID: $unique.a }"),
			"s.yaml:3:31: StartWorkflowExecution has no member workflowID; it has ",
		],
		[
			"an unknown member, with the near one",
			steps("- StartWorkflowExecution: { workflowID: $unique.a }"),
			"Did you mean workflowId?",
		],
		[
			"a member named like one of every object",
			steps("- StartWorkflowExecution: { constructor: x }"),
			"s.yaml:3:31: StartWorkflowExecution has no member constructor; it has ",
		],
		[
			"an unknown member of a member",
			steps("- StartWorkflowExecution: { taskList: { named: x } }"),
			"s.yaml:3:43: taskList has no member named; it has name. Did you mean name?",
		],
		[
			"a value of the wrong type",
			steps("- StartWorkflowExecution: { taskPriority: 5 }"),
			's.yaml:3:45: taskPriority is a text in SWF, not 5; write "5"',
		],
		["a text for a list", steps("- StartWorkflowExecution: { tagList: x }"), 's.yaml:3:40: tagList is a list, not "x"'],
		["a list for a text", steps("- StartWorkflowExecution: { input: [x] }"), "s.yaml:3:38: input is a text, not a list"],
		[
			"a matcher in a request",
			steps("- StartWorkflowExecution: { input: { $any: true } }"),
			"s.yaml:3:40: a request is sent, not compared: $any does not belong here; only $absent and $repeat do",
		],
		[
			"$absent of false in a request",
			steps("- StartWorkflowExecution: { input: { $absent: false } }"),
			"s.yaml:3:49: write { $absent: true }",
		],
		[
			"$absent with company in a request",
			steps("- StartWorkflowExecution: { taskList: { $absent: true, name: x } }"),
			"s.yaml:3:43: $absent stands alone: a matcher has no members beside it",
		],
		[
			"$repeat without a number",
			steps("- StartWorkflowExecution: { input: { $repeat: { text: x, times: many } } }"),
			"s.yaml:3:67: $repeat wants { text: x, times: N }, N a whole number from 0 to 1000000",
		],
		[
			"$repeat without a text",
			steps("- StartWorkflowExecution: { input: { $repeat: { times: 3 } } }"),
			"s.yaml:3:49: $repeat wants { text: x, times: N }",
		],
		[
			"a workflowId that is written out",
			steps("- StartWorkflowExecution: { workflowId: my own }"),
			"s.yaml:3:43: two runs would meet at the workflowId my own; write $unique.my-own",
		],
		[
			"a decision that there is not",
			started("- { decide: $run, decisions: [CompleteWorkflow] }"),
			"s.yaml:4:33: a decision is one of ",
		],
		[
			"a decision that is misspelt",
			started("- { decide: $run, decisions: [CompleteWorkflowExecutoin] }"),
			"Did you mean CompleteWorkflowExecution?",
		],
		[
			"two decisions in one item",
			started("- { decide: $run, decisions: [{ RecordMarker: {}, StartTimer: {} }] }"),
			"s.yaml:4:53: a decision is one type with its attributes; put the second in an item of its own",
		],
		[
			"an unknown member of a decision",
			started("- { decide: $run, decisions: [{ RecordMarker: { name: x } }] }"),
			"s.yaml:4:51: RecordMarker has no member name; it has markerName, details.",
		],
		[
			"an unknown member of with",
			started("- { decide: $run, with: { context: x } }"),
			"s.yaml:4:29: with has no member context; it has ",
		],
		[
			"a reference to nothing",
			started("- history: $rum"),
			's.yaml:4:14: no earlier step binds $rum; add "as: rum" to one. Did you mean run?',
		],
		["a reference to a later step", steps("- history: $run", start), "s.yaml:3:14: no earlier step binds $run"],
		[
			"a reference inside of a text to nothing",
			started(used, '- TerminateWorkflowExecution: { workflowId: "a-${rum.runId}" }'),
			"s.yaml:5:47: no earlier step binds $rum",
		],
		[
			"a reference to a member that there is not",
			started("- DescribeWorkflowExecution: { execution: { workflowId: $run.workflowID } }"),
			"s.yaml:4:59: WorkflowExecution has no member workflowID; it has workflowId, runId. Did you mean workflowId?",
		],
		[
			"a reference into a text",
			started("- TerminateWorkflowExecution: { workflowId: $run.workflowId.x }"),
			"s.yaml:4:47: there is nothing inside of WorkflowId",
		],
		[
			"a malformed reference",
			started(used, "- TerminateWorkflowExecution: { workflowId: $run! }"),
			"s.yaml:5:47: $run! is no reference; write $name.member, or $$ for a text that begins with $",
		],
		[
			"$unique without a name",
			steps("- StartWorkflowExecution: { workflowId: $unique }"),
			"s.yaml:3:43: $unique wants one name, as $unique.child",
		],
		[
			"$case without a table",
			steps("- StartWorkflowExecution: { input: $case.x }"),
			"s.yaml:3:38: the file has no table of cases with a column x",
		],
		[
			"a fixture that nobody gave",
			steps("- StartWorkflowExecution: { workflowType: $workflowTypes.workflows }"),
			"s.yaml:3:45: no fixture $workflowTypes.workflows; name it under given.workflowTypes, or use $workflowTypes.workflow. Did you mean workflow?",
		],
		[
			"a name that nothing uses",
			steps("- { StartWorkflowExecution: {}, as: run }"),
			's.yaml:3:39: run is bound and never used; use it or take "as" away',
		],
		[
			"a name that is bound twice",
			started("- { StartWorkflowExecution: { workflowId: $unique.b }, as: run }", used),
			"s.yaml:4:62: run is bound already at line 3; choose another name",
		],
		[
			"a name bound twice in sibling branches",
			steps(
				"- together:",
				"    - - { StartWorkflowExecution: {}, as: run }",
				"    - - { StartWorkflowExecution: { workflowId: $unique.b }, as: run }",
				used,
			),
			"s.yaml:5:68: run is bound already at line 4",
		],
		[
			"a name of a sibling branch, used beside it",
			steps("- together:", "    - - { StartWorkflowExecution: {}, as: run }", "    - - history: $run", used),
			"s.yaml:5:20: no earlier step binds $run",
		],
		[
			"a word of the language as a name",
			steps("- { StartWorkflowExecution: {}, as: domains }"),
			"s.yaml:3:39: domains is a word of the language; choose another name",
		],
		[
			"a name that is not lower camel case",
			steps("- { StartWorkflowExecution: {}, as: My-Run }"),
			's.yaml:3:39: "My-Run" is no name; a name is lower camel case, as firstRun',
		],
		[
			"a held task that is named again",
			started("- { decisionTask: $run, as: task }", "- { decide: $task, as: again }"),
			"s.yaml:5:26: the task has a name already",
		],
		[
			"patience with a held task",
			started("- { decisionTask: $run, as: task }", "- { decide: $task, within: 5 }"),
			"s.yaml:5:30: a held task is answered at once; within is for a task that is polled for",
		],
		[
			"an execution that is no reference",
			steps("- history: run"),
			"s.yaml:3:14: an execution is a reference, as $run, or { workflowId: … }",
		],
		[
			"an execution with an unknown member",
			steps("- history: { workflowID: $unique.x }"),
			"s.yaml:3:16: an execution has no member workflowID; it has workflowId, runId. Did you mean workflowId?",
		],
		[
			"an elapse that is negative",
			steps("- elapse: -5"),
			"s.yaml:3:13: elapse is a number of seconds, more than 0 and at most a year, not -5",
		],
		["an elapse with company", steps("- { elapse: 5, as: x }"), "s.yaml:3:18: elapse takes nothing beside it, not as"],
		[
			"within on an operation that writes",
			started("- { TerminateWorkflowExecution: { workflowId: $run.workflowId }, within: 5 }"),
			"s.yaml:4:76: within repeats the call; TerminateWorkflowExecution does more than read and is sent once",
		],
		["within of nothing", started("- { history: $run, within: 0 }"), "s.yaml:4:30: within is a number of seconds"],
		[
			"together with one branch",
			steps("- together: [[{ elapse: 5 }]]"),
			"s.yaml:3:15: together has at least two branches, each a list of steps",
		],
		[
			"a branch that is no list",
			steps("- together: [{ elapse: 5 }, [{ elapse: 5 }]]"),
			"s.yaml:3:16: steps is a list, not a mapping",
		],
		[
			"an expectation of nothing known",
			started("- { history: $run, expect: { contians: [] } }"),
			's.yaml:4:32: an expectation has no key "contians"',
		],
		["an expectation that is misspelt", started("- { history: $run, expect: { contians: [] } }"), "Did you mean contains?"],
		[
			"an expectation without a rule",
			started("- { history: $run, expect: { level: MAY } }"),
			"s.yaml:4:30: an expectation has one of answer, fault, response, exactly",
		],
		[
			"two rules in one expectation",
			started("- { history: $run, expect: { answer: {}, contains: [] } }"),
			"s.yaml:4:44: an expectation has one of answer, fault, response, exactly, inOrder, startsWith, endsWith, contains, excludes, events, readings, not both answer and contains; make a list of two",
		],
		[
			"an unknown member of the answer",
			started("- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfos: {} } } }"),
			"s.yaml:4:75: the answer of DescribeWorkflowExecution has no member executionInfos; it has ",
		],
		[
			"a misspelt enumeration",
			started(
				"- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { closeStatus: TERMINTED } } } }",
			),
			's.yaml:4:105: closeStatus is never "TERMINTED"; it is one of ',
		],
		[
			"a misspelt enumeration, with the near one",
			started(
				"- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { closeStatus: TERMINTED } } } }",
			),
			"Did you mean TERMINATED?",
		],
		[
			"an answer of what answers nothing",
			started("- { TerminateWorkflowExecution: { workflowId: $run.workflowId }, expect: { answer: { runId: r } } }"),
			"s.yaml:4:86: TerminateWorkflowExecution has an empty answer; write answer: {}",
		],
		[
			"a fault that the operation does not have",
			started("- { TerminateWorkflowExecution: { workflowId: $run.workflowId }, expect: { fault: UnknownResource } }"),
			"s.yaml:4:85: a fault of this operation is one of ",
		],
		[
			"a misspelt fault",
			started("- { TerminateWorkflowExecution: { workflowId: $run.workflowId }, expect: { fault: UnknownResourceFalt } }"),
			"Did you mean UnknownResourceFault?",
		],
		[
			"a misspelt event type",
			started("- { history: $run, expect: { contains: [WorkflowExecutionTerminate] } }"),
			's.yaml:4:43: an event is one of the 54 that there are, not "WorkflowExecutionTerminate". Did you mean WorkflowExecutionTerminated?',
		],
		[
			"a misspelt event type with attributes",
			started("- { history: $run, expect: { contains: [{ TimerFird: {} }] } }"),
			's.yaml:4:45: an event is one of the 54 that there are, not "TimerFird". Did you mean TimerFired?',
		],
		[
			"an unknown attribute of an event",
			started("- { history: $run, expect: { contains: [{ TimerFired: { timer: t } }] } }"),
			"s.yaml:4:59: TimerFired has no member timer; it has timerId, startedEventId, eventId, eventTimestamp. Did you mean timerId?",
		],
		[
			"two types in one event",
			started("- { history: $run, expect: { contains: [{ TimerFired: {}, TimerStarted: {} }] } }"),
			"s.yaml:4:43: an event is one type with its attributes",
		],
		[
			"an ignored type that there is not",
			started("- { history: $run, expect: { contains: [], ignoring: [TimerFird] } }"),
			"Did you mean TimerFired?",
		],
		[
			"a name for what must not be there",
			started("- { history: $run, expect: { excludes: [{ TimerFired: {}, as: fired }] } }"),
			"s.yaml:4:65: an event that must not be there, or that only one reading has, cannot be named",
		],
		[
			"a history rule where there is no history",
			started("- { DescribeWorkflowExecution: { execution: $run }, expect: { contains: [TimerFired] } }"),
			"s.yaml:4:65: contains is about a history; it belongs to history, decisionTask, GetWorkflowExecutionHistory or PollForDecisionTask",
		],
		[
			"a history rule on decide",
			started("- { decide: $run, expect: { contains: [TimerFired] } }"),
			"s.yaml:4:31: contains is about a history",
		],
		[
			"readings in readings",
			started(
				"- { history: $run, expect: { readings: { a: { readings: { b: { answer: {} }, c: { answer: {} } } }, d: { answer: {} } } } }",
			),
			"s.yaml:4:49: readings do not nest",
		],
		[
			"one reading alone",
			started("- { history: $run, expect: { readings: { a: { answer: {} } } } }"),
			"s.yaml:4:42: readings are at least two",
		],
		[
			"an unknown matcher",
			started("- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { $exists: true } } } }"),
			"s.yaml:4:92: there is no matcher $exists; expected $absent, ",
		],
		[
			"a misspelt matcher",
			started("- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { $abset: true } } } }"),
			"Did you mean $absent?",
		],
		[
			"a matcher with company",
			started(
				"- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { $any: true, $not: 5 } } } }",
			),
			"s.yaml:4:92: $any stands alone: a matcher has no members beside it",
		],
		[
			"$absent of anything but true",
			started("- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { $absent: yes } } } }"),
			"s.yaml:4:101: write { $absent: true }",
		],
		[
			"$any of a kind that there is not",
			started("- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { $any: string } } } }"),
			"s.yaml:4:98: $any is one of true, text, number, boolean, object, list",
		],
		[
			"$oneOf of no list",
			started("- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { $oneOf: {} } } } }"),
			"s.yaml:4:100: $oneOf is a list, not a mapping",
		],
		[
			"$matches of no expression",
			started('- { history: $run, expect: { contains: [{ TimerFired: { timerId: { $matches: "(" } } }] } }'),
			"s.yaml:4:80: not a regular expression: ",
		],
		[
			"$atLeast of no number",
			started("- { history: $run, expect: { contains: [{ TimerFired: { eventId: { $atLeast: three } } }] } }"),
			"s.yaml:4:80: $atLeast wants a number, a reference to one, or { $plus: [number, number] }",
		],
		[
			"$by of no number",
			started("- { history: $run, expect: { contains: [{ TimerFired: { eventId: { $about: 3, $by: three } } }] } }"),
			"s.yaml:4:86: $by wants a number",
		],
		[
			"$by alone",
			started("- { history: $run, expect: { contains: [{ TimerFired: { eventId: { $by: 3 } } }] } }"),
			"s.yaml:4:70: there is no matcher $by",
		],
		[
			"$plus as a pattern",
			started("- { history: $run, expect: { contains: [{ TimerFired: { eventId: { $plus: [1, 2] } } }] } }"),
			"s.yaml:4:70: $plus is a number for $atLeast and its like, not a pattern",
		],
		[
			"a misspelt member inside of a matcher",
			started(
				"- { DescribeWorkflowExecution: { execution: $run }, expect: { answer: { executionInfo: { $not: { closeStats: OPEN } } } } }",
			),
			"s.yaml:4:100: executionInfo has no member closeStats; it has ",
		],
		[
			"an expectation on a clause that is not cited",
			started("- { history: $run, expect: { contains: [], clause: termination/cause } }"),
			"s.yaml:4:30: the expectation rests on termination/cause; add it to clauses",
		],
		[
			"an unknown kind of fixture",
			`${head}given: { domain: {} }\nsteps: []\n`,
			's.yaml:2:10: given has no key "domain"; expected domains, workflowTypes, activityTypes. Did you mean domains?',
		],
		[
			"an unknown member of a fixture",
			`${head}given:\n  workflowTypes: { workflow: { childPolicy: ABANDON } }\nsteps: []\n`,
			"s.yaml:3:32: given.workflowTypes.workflow has no member childPolicy; it has ",
		],
		[
			"a fixture with a name of its own",
			`${head}given:\n  domains: { main: { name: x } }\nsteps: []\n`,
			"s.yaml:3:22: the name of a fixture is made unique for each case; leave it out",
		],
		[
			"a number where SWF has a text, in a fixture",
			`${head}given:\n  domains: { main: { workflowExecutionRetentionPeriodInDays: 1 } }\nsteps: []\n`,
			'workflowExecutionRetentionPeriodInDays is a text in SWF, not 1; write "1"',
		],
		[
			"a matcher in what is sent",
			`${head}steps:\n  - { send: ListDomains, members: { a: [{ $any: true }] } }\n`,
			"a request is sent, not compared: $any does not belong here",
		],
		[
			"an operation to send that there is not",
			`${head}steps:\n  - { send: ListDomain }\n`,
			's.yaml:3:13: what is sent is one of the 39 that there are, not "ListDomain". Did you mean ListDomains?',
		],
		[
			"members that are no mapping",
			`${head}steps:\n  - { send: ListDomains, members: [] }\n`,
			"s.yaml:3:35: members is a mapping of members; what is none is written out, as body: '[]'",
		],
		[
			"a body beside members",
			`${head}steps:\n  - { send: ListDomains, members: {}, body: x }\n`,
			"s.yaml:3:45: a body that is written out has no members beside it",
		],
		[
			"a body that is no text",
			`${head}steps:\n  - { send: ListDomains, body: { a: 1 } }\n`,
			"s.yaml:3:32: a body is a text, or a list of texts and { $repeat: … } that follow one another",
		],
		[
			"a header that the client makes",
			`${head}steps:\n  - { send: ListDomains, headers: { Host: x } }\n`,
			"s.yaml:3:37: Host is no header that can be given; the client makes host, content-length",
		],
		[
			"a header that is no text",
			`${head}steps:\n  - { send: ListDomains, headers: { x-y: 5 } }\n`,
			"s.yaml:3:42: a header is a text, or { $absent: true }",
		],
		[
			"an unknown part of a signature",
			`${head}steps:\n  - { send: ListDomains, sign: { key: x } }\n`,
			's.yaml:3:34: sign has no key "key"; expected accessKeyId',
		],
		[
			"a date that is no number of seconds",
			`${head}steps:\n  - { send: ListDomains, sign: { ago: long } }\n`,
			"s.yaml:3:39: ago is a number of seconds",
		],
		[
			"one name for several answers",
			`${head}steps:\n  - { send: ListDomains, each: [{}], as: all }\n`,
			"s.yaml:3:42: each has several answers, which cannot share a name",
		],
		[
			"a message of a fault that is no expression",
			`${head}steps:\n  - { ListDomains: , expect: { fault: { type: ValidationException, message: { $matches: "(" } } } }\n`,
			"s.yaml:3:89: not a regular expression: ",
		],
		[
			"an unknown part of a response",
			`${head}steps:\n  - { ListDomains: , expect: { response: { state: 200 } } }\n`,
			's.yaml:3:44: a response has no key "state"; expected status, headers, body, json',
		],
		[
			"an unknown matcher in a response",
			`${head}steps:\n  - { ListDomains: , expect: { response: { headers: { x: { $like: y } } } } }\n`,
			"there is no matcher $like",
		],
		[
			"a column that nothing uses",
			`${head}cases:\n  one: { x: 1 }\nsteps: []\n`,
			"s.yaml:3:10: nothing uses $case.x; use it or take the column away",
		],
		[
			"a wrong value in a table, where it stands",
			`${head}cases:\n  one: { p: ABANDN }\nsteps:\n  - StartWorkflowExecution: { input: { $any: $case.p } }\n`,
			"s.yaml:5:40: a request is sent, not compared",
		],
	])("%s", (_, text, problem) => {
		expect(problems(text).join("\n")).toContain(problem);
	});

	test("with all that is wrong at once", () => {
		expect(problems("clauses: [nowhere/at-all]\nsteps:\n  - Strat: {}\n  - elapse: -1\n")).toHaveLength(3);
	});

	test("each problem once, though a table has many rows", () => {
		const text = `${head}cases:\n  one: { x: a }\n  two: { x: b }\nsteps:\n  - Strat: { input: $case.x }\n  - StartWorkflowExecution: { input: $case.x }\n`;
		expect(problems(text)).toEqual(["s.yaml:6:5: there is no operation or action Strat."]);
	});
});

describe("a right file", () => {
	test("has an id, a digest of its text, its clauses and its level", () => {
		const text = `${head}level: SHOULD\nabout: why\nneeds: [timers]\nsteps: []\n`;
		const scenario = parseOne(text);
		expect(scenario).toMatchObject({
			id: "termination/claim",
			file: "s.yaml",
			clauses: ["termination/closes-at-once"],
			level: "SHOULD",
			about: "why",
			needs: ["timers"],
		});
		expect(parseOne(`${text}\n`).digest).not.toBe(scenario.digest);
	});

	test("with a table is a case for each row, under its own id", () => {
		const text = `${head}cases:\n  one: { x: a }\n  two: { x: b }\nsteps:\n  - StartWorkflowExecution: { input: $case.x }\n`;
		expect(parse(text).map(({ id }) => id)).toEqual(["termination/claim:one", "termination/claim:two"]);
		expect(parse(text).map(({ steps: [step] }) => step?.action === "operation" && step.input["input"])).toEqual(["a", "b"]);
	});

	test("numbers its steps, branches included", () => {
		const { steps: parsed } = parseOne(steps("- elapse: 1", "- together: [[{ elapse: 1 }], [{ elapse: 2 }, { elapse: 3 }]]"));
		expect(parsed.map(({ path }) => path)).toEqual(["1", "2"]);
		expect(parsed[1]?.action === "together" && parsed[1].branches.map((branch) => branch.map(({ path }) => path))).toEqual([
			["2.1.1"],
			["2.2.1", "2.2.2"],
		]);
	});

	test("declares the service time of its longest branch", () => {
		expect(
			parseOne(steps("- elapse: 1", "- together: [[{ elapse: 10 }], [{ elapse: 2 }, { elapse: 3 }]]", "- elapse: 4"))
				.serviceSeconds,
		).toBe(15);
	});

	test("declares every check, implied answers and awaited tasks included", () => {
		const scenario = parseOne(
			started(
				"- { decide: $run, decisions: [CompleteWorkflowExecution] }",
				"- { history: $run, expect: [{ contains: [] }, { answer: {} }] }",
				"- { TerminateWorkflowExecution: { workflowId: $run.workflowId }, expect: { fault: UnknownResourceFault } }",
				"- elapse: 5",
			),
		);
		expect(scenario.declaredChecks).toBe(1 + 2 + 2 + 1);
	});

	test("names of branches can be used after them", () => {
		expect(
			problems(
				steps(
					"- together:",
					"    - - { StartWorkflowExecution: {}, as: one }",
					"    - - { StartWorkflowExecution: { workflowId: $unique.b }, as: two }",
					"- history: $one",
					"- history: $two",
				),
			),
		).toEqual([]);
	});

	test("may refer to events that an expectation named, in the same list and later", () => {
		const events = "[{ TimerStarted: { timerId: t }, as: timer }, { TimerFired: { startedEventId: $timer.eventId } }]";
		expect(
			problems(
				started(
					`- { history: $run, expect: { inOrder: ${events} } }`,
					"- { history: $run, expect: { events: { $size: $timer.eventId } } }",
				),
			),
		).toEqual([]);
	});

	test("may write the same text as a fault in a list of them, or ask for its message", () => {
		const terminate = "TerminateWorkflowExecution: { workflowId: $run.workflowId }";
		expect(
			problems(
				started(
					`- { ${terminate}, expect: { fault: { $oneOf: [UnknownResourceFault, ValidationException] } } }`,
					`- { ${terminate}, expect: { fault: { type: UnknownResourceFault, message: { $matches: x } } } }`,
				),
			),
		).toEqual([]);
	});
});

describe("the level of an expectation", () => {
	const levelOf = (top: string, expectation: string) => {
		const scenario = parseOne(`${top}steps:\n  ${start}\n  - { history: $run, expect: ${expectation} }\n`);
		const found = scenario.steps[1]?.expectations.find(({ implied }) => !implied);
		return found && [found.clause, found.level];
	};
	const both = "clauses: [termination/closes-at-once, termination/cause]\n";

	test.each([
		["is that of the first clause", both, "{ contains: [] }", ["termination/closes-at-once", "MUST"]],
		["is the scenario's, where that has one", `${both}level: MAY\n`, "{ contains: [] }", ["termination/closes-at-once", "MAY"]],
		[
			"is that of its own clause, over the scenario's",
			`${both}level: MAY\n`,
			"{ contains: [], clause: termination/cause }",
			["termination/cause", "SHOULD"],
		],
		["is its own over everything", both, "{ contains: [], clause: termination/cause, level: MAY }", ["termination/cause", "MAY"]],
	])("%s", (_, top, expectation, expected) => {
		expect(levelOf(top, expectation)).toEqual(expected);
	});

	test("that is implied is the scenario's", () => {
		expect(parseOne(`${head}level: SHOULD\nsteps:\n  - StartWorkflowExecution: {}\n`).steps[0]?.expectations).toMatchObject([
			{ implied: true, level: "SHOULD", clause: "termination/closes-at-once", rule: { kind: "answer", pattern: {} } },
		]);
	});
});

describe("an answer is implied", () => {
	const implied = (expectation: string) =>
		parseOne(
			started(`- { DescribeWorkflowExecution: { execution: $run }, expect: ${expectation} }`),
		).steps[1]?.expectations.filter((each) => each.implied).length;

	test.each([
		["beside nothing", "[]", 1],
		["not beside an answer", "{ answer: {} }", 0],
		["not beside a fault", "{ fault: UnknownResourceFault }", 0],
		["not beside readings of which one is a fault", "{ readings: { a: { fault: UnknownResourceFault }, b: { answer: {} } } }", 0],
		["beside readings without a fault", "{ readings: { a: { answer: {} }, b: { answer: { latestExecutionContext: x } } } }", 1],
	])("%s", (_, expectation, count) => {
		expect(implied(expectation)).toBe(count);
	});
});
