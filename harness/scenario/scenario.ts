import type { HistoryRelation, Level } from "../../reports/report.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import type { Position } from "./problem.ts";

/** One case of a scenario, its tables expanded, valid by type: nothing later checks it again. */
export interface Scenario {
	/** Path of the file without `.yaml`, and `:ROW` where the file has a table. */
	readonly id: string;
	readonly file: string;
	/** Digest of the file's text, so that evidence is never judged by another version of its scenario. */
	readonly digest: string;
	readonly about?: string;
	readonly clauses: readonly [string, ...string[]];
	/** The level of what is expected without a level or a clause of its own. */
	readonly level: Level;
	readonly needs: readonly string[];
	/** What to register before the first step, in this order. */
	readonly fixtures: readonly Fixture[];
	readonly steps: readonly Step[];
	/** How long service time passes, in seconds: the sum of `elapse`, longest branch counted. */
	readonly serviceSeconds: number;
	/** How many expectations it declares, implied ones included. */
	readonly declaredChecks: number;
}

/** A template: JSON in which `$name.member` stands for what was bound, and `{ $absent: true }` for nothing. */
export type Template = Json;

/** JSON in which references and matchers may stand. */
export type Pattern = Json;

export interface Fixture {
	readonly kind: "domains" | "workflowTypes" | "activityTypes";
	readonly name: string;
	/** Members of the registration, without the name, which is the kit's to give. */
	readonly members: { readonly [member: string]: Template };
}

interface StepBase {
	/** Its number from 1; in `together`, `step.branch.number`. */
	readonly path: string;
	readonly at: Position;
	readonly as?: string;
	/** Seconds of patience on the wall clock. */
	readonly within?: number;
	readonly expectations: readonly Expectation[];
}

export interface OperationStep extends StepBase {
	readonly action: "operation";
	readonly operation: OperationName;
	readonly input: { readonly [member: string]: Template };
}

/** A request that a scenario writes out, right or wrong, sent by the kit's own HTTP whatever the client. */
export interface SendStep extends StepBase {
	readonly action: "send";
	/** What it is about: its target, unless a header says otherwise. */
	readonly operation: OperationName;
	readonly body: { readonly members: { readonly [member: string]: Template } } | { readonly text: Template };
	/** Names in lower case; `{ $absent: true }` takes one away. */
	readonly headers: { readonly [name: string]: Template };
	/** What is wrong about its signature; false for none. */
	readonly sign: false | { readonly [part: string]: Template };
}

export interface TaskStep extends StepBase {
	readonly action: "decisionTask" | "activityTask";
	readonly execution: Template;
	readonly taskList: Template;
	readonly activityId?: Template;
}

export interface DecideStep extends StepBase {
	readonly action: "decide";
	/** Poll for a task of this execution, or answer this task. */
	readonly task: { readonly held: Template } | { readonly execution: Template; readonly taskList: Template };
	readonly decisions: Template;
	readonly members: { readonly [member: string]: Template };
}

export interface HistoryStep extends StepBase {
	readonly action: "history";
	readonly execution: Template;
	readonly domain: Template;
}

export interface ElapseStep extends StepBase {
	readonly action: "elapse";
	readonly seconds: number;
}

export interface TogetherStep extends StepBase {
	readonly action: "together";
	readonly branches: readonly (readonly Step[])[];
}

export type Step = OperationStep | SendStep | TaskStep | DecideStep | HistoryStep | ElapseStep | TogetherStep;

export interface EventPattern {
	readonly type: string;
	readonly attributes: { readonly [member: string]: Pattern };
	readonly as?: string;
}

/** Of the events of a history. */
export interface HistoryRule {
	readonly kind: HistoryRelation;
	readonly events: readonly EventPattern[];
}

export type Rule =
	| { readonly kind: "answer"; readonly pattern: Pattern }
	| { readonly kind: "fault"; readonly type: Pattern; readonly message?: Pattern }
	/** The HTTP response as it came; `json` is its body read as JSON. */
	| {
			readonly kind: "response";
			readonly status?: Pattern;
			readonly headers?: { readonly [name: string]: Pattern };
			readonly body?: Pattern;
			readonly json?: Pattern;
	  }
	| HistoryRule
	| { readonly kind: "events"; readonly pattern: Pattern }
	| {
			readonly kind: "readings";
			readonly readings: readonly { readonly name: string; readonly rule: Rule; readonly ignoring: readonly string[] }[];
	  };

export interface Expectation {
	readonly at: Position;
	readonly clause: string;
	readonly level: Level;
	/** Event types that are taken out of the history first. */
	readonly ignoring: readonly string[];
	readonly rule: Rule;
	/** Not written, but meant: the call is answered and not refused. */
	readonly implied: boolean;
}

/** Every step, those in branches included, in the order in which they are written. */
export const allSteps = (steps: readonly Step[]): readonly Step[] =>
	steps.flatMap((step) => (step.action === "together" ? [step, ...step.branches.flatMap(allSteps)] : [step]));

/** Whether a step sends something and so can be refused. */
export const calls = (step: Step): boolean => step.action !== "elapse" && step.action !== "together";

const speaksOf = (rule: Rule, kind: Rule["kind"]): boolean =>
	rule.kind === kind || (rule.kind === "readings" && rule.readings.some((reading) => speaksOf(reading.rule, kind)));

/** Whether a fault is among what the step expects, or may be, since only the response is spoken of; if not, a fault ends the case. */
export const allowsFault = ({ expectations }: Step): boolean => {
	const some = (kind: Rule["kind"]) => expectations.some(({ rule }) => speaksOf(rule, kind));
	return some("fault") || (some("response") && !some("answer"));
};
