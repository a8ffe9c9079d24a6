import type { Json } from "../../specs/wire/json.ts";
import { levelOfCase } from "../judge.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { registration } from "../scenario/fill.ts";
import type { Expectation, Scenario, Step } from "../scenario/scenario.ts";
import { loadOwnCorpus, selectOrRefuse } from "./corpus.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

/** `swf-conformance explain`: a case in words, with its clauses, its steps and what would be sent. Sends nothing. */
export async function explainCommand(id: string, terminal: Terminal): Promise<ExitCode> {
	const corpus = await loadOwnCorpus();
	const selected = selectOrRefuse(corpus.scenarios, [id]);
	terminal.out(selected.map((scenario) => explain(scenario, corpus)).join("\n"));
	return exitCodes.fine;
}

const claimOf = (id: string): string => (id.split("/").at(-1) ?? id).replace(/[-]/g, " ").replace(":", " — ");

const json = (value: Json | object): string => JSON.stringify(value);

function explain(scenario: Scenario, { vocabulary }: Corpus): string {
	const { id, file, about, clauses, needs, fixtures, steps, serviceSeconds, declaredChecks } = scenario;
	const lines = [
		`${id}`,
		`  claim    ${claimOf(id)}`,
		...(about === undefined ? [] : [`  about    ${about.trim().replace(/\s+/g, " ")}`]),
		`  file     ${file}`,
		`  level    ${levelOfCase(scenario)}, ${declaredChecks} checks`,
		...(needs.length === 0 ? [] : [`  needs    ${needs.join(", ")}`]),
		...(serviceSeconds === 0 ? [] : [`  time     ${serviceSeconds} s of service time pass`]),
		"  clauses",
		...clauses.flatMap((clause) => {
			const found = vocabulary.clauses.get(clause);
			if (found === undefined) return [];
			return [
				`    ${clause} (${found.standing}, ${found.level})`,
				`      ${found.text.trim().replace(/\s+/g, " ")}`,
				...found.sources.map((source) => `      ${source}`),
			];
		}),
		"  before the first step",
		...fixtures.map(
			({ kind, name, members }) => `    ${registration[kind]} ${json({ name: `(unique, for $${kind}.${name})`, ...members })}`,
		),
		"  steps",
		...steps.flatMap((step) => explainStep(step, "    ")),
	];
	return `${lines.join("\n")}\n`;
}

function explainStep(step: Step, indent: string): readonly string[] {
	const as = step.as === undefined ? "" : `  → ${step.as}`;
	const within = step.within === undefined ? "" : `, within ${step.within} s`;
	return [
		`${indent}${step.path}. ${actionOf(step)}${within}${as}`,
		...(step.action === "together"
			? step.branches.flatMap((branch) => branch.flatMap((each) => explainStep(each, `${indent}  `)))
			: []),
		...step.expectations.map((expectation) => `${indent}   ${explainExpectation(expectation)}`),
	];
}

function actionOf(step: Step): string {
	switch (step.action) {
		case "operation":
			return `${step.operation} ${json(step.input)}`;
		case "send": {
			const { operation, body, headers, sign } = step;
			const what = "members" in body ? json(body.members) : json(body.text);
			const beside = Object.keys(headers).length === 0 ? "" : ` with the headers ${json(headers)}`;
			const signed = sign === false ? ", not signed" : Object.keys(sign).length === 0 ? "" : `, signed with ${json(sign)}`;
			return `as it is: ${operation} ${what}${beside}${signed}`;
		}
		case "history":
			return `GetWorkflowExecutionHistory, all pages, of ${json(step.execution)}`;
		case "decisionTask":
		case "activityTask":
			return `PollFor${step.action === "decisionTask" ? "Decision" : "Activity"}Task on ${json(step.taskList)} until a task of ${json(step.execution)} arrives`;
		case "decide": {
			const how =
				"held" in step.task
					? `with the held ${json(step.task.held)}`
					: `after PollForDecisionTask on ${json(step.task.taskList)} brings a task of ${json(step.task.execution)}`;
			return `RespondDecisionTaskCompleted ${json({ decisions: step.decisions, ...step.members })} ${how}`;
		}
		case "elapse":
			return `${step.seconds} s of service time pass`;
		case "together":
			return "together:";
	}
}

function explainExpectation({ rule, level, clause, implied, ignoring }: Expectation): string {
	if (implied) return `expects an answer (${level})`;
	const without = ignoring.length === 0 ? "" : `, ignoring ${ignoring.join(", ")}`;
	const { kind, ...what } = rule;
	return `expects ${kind} ${json(what)}${without} (${level}, ${clause})`;
}
