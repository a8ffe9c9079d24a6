import { operationNames } from "../../specs/wire/contract.ts";
import { UsageError } from "../cli/terminal.ts";
import type { Call, Recipe } from "./recipe.ts";
import { shellScript } from "./shell-script.ts";

/**
 * A script for bash with the AWS CLI and jq.
 *
 * @throws {UsageError} for a case that sends what no SDK would send
 */
export function renderAwsCli(recipe: Recipe): string {
	refuseRaw(recipe);
	return shellScript(recipe, {
		usage: [
			"Usage: bash FILE [ENDPOINT]. Needs bash 4, the AWS CLI and jq 1.6 or later.",
			"Credentials and region come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN and AWS_REGION, made up where unset.",
			"What the AWS CLI refuses to send shows as such.",
		],
		define,
		words: ({ operation }: Call) => [commandOf(operation)],
	});
}

/**
 * @throws {UsageError} for a case with requests that are no calls of an operation
 */
export function refuseRaw({ actions }: Recipe): void {
	for (const action of actions) {
		if (action.kind === "pause") continue;
		const { raw, step, operation, body } = action;
		if (raw === undefined && body.kind === "members" && operationNames.some((name) => name === operation)) continue;
		throw new UsageError(`step ${step} sends a request that no SDK would send; say --as curl`);
	}
}

/** As the AWS CLI spells an operation: `PollForDecisionTask` is `poll-for-decision-task`. */
const commandOf = (operation: string): string => operation.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();

const define = String.raw`
export AWS_MAX_ATTEMPTS=1 AWS_PAGER=
send() { # number, operation, command of the AWS CLI
	aws swf "$3" --cli-input-json "file://$work/request" --endpoint-url "$endpoint" --region "$region" --no-paginate --output json \
		--cli-read-timeout 75 >"$work/body" 2>"$work/problem"
	printf 'exit %s' "$?" >"$work/$1.status"
	if [ -s "$work/problem" ]; then
		jq -Rsc '{__type: ((capture("An error occurred \\((?<type>[^)]*)\\)").type)? // "(no answer of SWF)"), message: ltrimstr("\n")}' "$work/problem" >"$work/body"
	fi
	keep "$1" "$work/body"
}
`;
