import { defineCheck } from "./check.ts";
import { defineClauses } from "./clauses.ts";
import { defineCompare } from "./compare.ts";
import type { DefineCommand } from "./define-command.ts";
import { defineDoctor } from "./doctor.ts";
import { defineExpectations } from "./expectations.ts";
import { defineExplain } from "./explain.ts";
import { defineJudge } from "./judge.ts";
import { defineLint } from "./lint.ts";
import { defineList } from "./list.ts";
import { defineMatrix } from "./matrix.ts";
import { defineMerge } from "./merge.ts";
import { defineProxy } from "./proxy.ts";
import { defineReproduce } from "./reproduce.ts";
import { defineRun } from "./run.ts";
import { defineSdkGate } from "./sdk-gate.ts";
import { defineServe } from "./serve.ts";
import { defineSweep } from "./sweep.ts";
import { defineTargets } from "./targets.ts";
import { defineWatch } from "./watch.ts";

/** All commands, in the order of the help. */
export const commands: readonly DefineCommand[] = [
	defineRun,
	defineWatch,
	defineJudge,
	defineMerge,
	defineCompare,
	defineMatrix,
	defineExpectations,
	defineReproduce,
	defineList,
	defineTargets,
	defineExplain,
	defineCheck,
	defineClauses,
	defineLint,
	defineSweep,
	defineDoctor,
	defineServe,
	defineSdkGate,
	defineProxy,
];
