import type { ModelSettings } from "../../../specs/model/model.ts";
import { type Located, toJson } from "../../scenario/located.ts";
import { optional, readNumber } from "../../scenario/read-scalars.ts";
import type { Reader } from "../../scenario/reader.ts";
import { type LambdaScript, lambdaOutcomes, playLambda } from "../lambda-scripts.ts";

/** Scripts by the name of the function, or `unavailable` where there is no Lambda at all. */
export function readLambda(node: Located, reader: Reader): Pick<ModelSettings, "invokeLambda" | "lacksLambda"> | undefined {
	if (node.kind === "scalar" && node.value === "unavailable") return { lacksLambda: true };
	if (node.kind === "scalar") {
		reader.refuse(node.at, "lambda is a mapping from names of functions to what they do, or unavailable");
		return undefined;
	}
	const scripts = reader.entries(node, "lambda").map(({ key, value }) => [key, readScript(value, reader, key)] as const);
	return { invokeLambda: playLambda(Object.fromEntries(scripts)) };
}

function readScript(node: Located, reader: Reader, name: string): LambdaScript {
	reader.onlyKeys(node, [...lambdaOutcomes, "seconds"], `the function ${name}`);
	const entries = node.kind === "map" ? node.entries : [];
	const [, second] = entries.filter(({ key }) => (lambdaOutcomes as readonly string[]).includes(key));
	if (second !== undefined) reader.refuse(second.keyAt, `the function ${name} has more than one outcome`);
	const flag = (value: Located): true | undefined => {
		if (value.kind === "scalar" && value.value === true) return true;
		reader.refuse(value.at, "the only value here is true");
		return undefined;
	};
	return {
		...optional(node, "result", toJson),
		...optional(node, "handledError", toJson),
		...optional(node, "unhandledError", toJson),
		...optional(node, "timeout", flag),
		...optional(node, "notFound", flag),
		...optional(node, "seconds", (value) => readNumber(value, reader, "seconds")),
	};
}
