import { pathToFileURL } from "node:url";
import { afterAll, afterEach, expect, test } from "vitest";
import { linePrograms } from "../../fixtures/line-program.ts";
import { playAndJudge, scenarioOf, stageAt } from "../../fixtures/stage.ts";
import { openReference } from "../../targets/reference.ts";
import type { Target } from "../../targets/target.ts";

/** The AWS SDK, behind lines. */
const adapter = (hello: string) => `
import { createRequire } from "node:module";
const swf = createRequire(${JSON.stringify(pathToFileURL(`${process.cwd()}/`).href)})("@aws-sdk/client-swf");
say({ ...hello, ...${hello} });
asked(async ({ id, operation, input, ...settings }) => {
	const command = new swf[operation + "Command"](input);
	command.middlewareStack.add((next) => (args) => (${hello}.departures && say({ id, departed: true }), next(args)), { step: "deserialize", priority: "low" });
	const outcome = await new swf.SWFClient({ ...settings, maxAttempts: 1 }).send(command).then(
		({ $metadata, ...answer }) => ({ answer: JSON.parse(JSON.stringify(answer), (_, value) => (/^\\d{4}-.*Z$/.test(value) ? Date.parse(value) / 1000 : value)) }),
		({ name, message }) => ({ fault: { type: name, message } }),
	);
	say({ id, ...outcome });
});`;

const programs = linePrograms();
let target: Target | undefined;
afterEach(async () => {
	programs.end();
	await target?.[Symbol.asyncDispose]();
});
afterAll(() => programs.remove());

test.each([
	["takes many requests and tells when they leave", "{ atOnce: 8, departures: true }"],
	["takes many requests", "{ atOnce: 8 }"],
	["takes one at a time", "{}"],
])("polls wait at the service while the clock moves and others go on, through a program that %s", async (_, hello) => {
	target = await openReference("virtual");
	const kind = await programs.open(programs.command(adapter(hello)));
	const polls = scenarioOf(`
  - together:
      - - PollForDecisionTask: { taskList: { name: $unique.idle } }
          expect: { answer: { taskToken: "" } }
      - - elapse: 61
  - together:
      - - PollForDecisionTask: { taskList: { name: $unique.run } }
          as: task
          expect: { answer: { startedEventId: 3, events: { $size: 3 } } }
      - - StartWorkflowExecution: { workflowId: $unique.run }
          as: run
  - { decide: $task, decisions: [StartTimer: { timerId: t, startToFireTimeout: "600" }] }
  - TerminateWorkflowExecution: { workflowId: $unique.nobody }
    expect: { fault: UnknownResourceFault }
  - elapse: 600
  - { history: $run, expect: { contains: [TimerFired: { timerId: t }] } }
`);
	const { verdict, findings, evidence } = await playAndJudge(polls, stageAt(target, kind, { patience: 1 }));
	expect({ verdict, findings, trouble: evidence.trouble }).toEqual({ verdict: "pass", findings: [], trouble: undefined });
});
