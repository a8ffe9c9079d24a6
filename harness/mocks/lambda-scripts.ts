import type { InvokeLambda, LambdaResult } from "../../specs/model/model.ts";
import type { Json } from "../../specs/wire/json.ts";

/** What one Lambda function does, each time that it is called. Exactly one of the outcomes is given; without any it returns null. */
export interface LambdaScript {
	/** It returns this; on the wire it is JSON text. */
	readonly result?: Json;
	/** It throws this, and Lambda reports it: `Handled`. */
	readonly handledError?: Json;
	/** It dies with this: `Unhandled`. */
	readonly unhandledError?: Json;
	/** It never ends, so that it runs into its timeout. */
	readonly timeout?: true;
	/** There is no such function. */
	readonly notFound?: true;
	/** How long it takes; at once when left out. */
	readonly seconds?: number;
}

/** What functions do, by name; `*` stands for all that are not named. */
export type LambdaScripts = Readonly<Record<string, LambdaScript>>;

/** Members of a script of which one at most may be there. */
export const lambdaOutcomes = ["result", "handledError", "unhandledError", "timeout", "notFound"] as const;

/** Plays functions from their scripts. A function without one does not exist; one that is named by its ARN goes by its own name. */
export function playLambda(scripts: LambdaScripts): InvokeLambda {
	return (nameOrArn) => {
		const name = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
		const script = Object.hasOwn(scripts, name) ? scripts[name] : scripts["*"];
		const outcome = script === undefined ? notFound : outcomeOf(script);
		return script?.seconds === undefined ? outcome : { ...outcome, seconds: script.seconds };
	};
}

/** As the live service was measured to name it. */
const notFound: LambdaResult = { kind: "failed", reason: "ResourceNotFoundException", details: "" };

function outcomeOf(script: LambdaScript): LambdaResult {
	if (script.notFound === true) return notFound;
	if (script.timeout === true) return { kind: "silent" };
	const { handledError, unhandledError, result = null } = script;
	if (handledError !== undefined) return { kind: "failed", reason: "Handled", details: JSON.stringify(handledError) };
	if (unhandledError !== undefined) return { kind: "failed", reason: "Unhandled", details: JSON.stringify(unhandledError) };
	return { kind: "completed", result: JSON.stringify(result) };
}
