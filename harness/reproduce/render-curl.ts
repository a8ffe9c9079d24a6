import type { Call, Recipe } from "./recipe.ts";
import { shellScript } from "./shell-script.ts";

/** A script for bash with curl and jq. */
export const renderCurl = (recipe: Recipe): string =>
	shellScript(recipe, {
		usage: [
			"Usage: bash FILE [ENDPOINT]. Needs bash 4, curl 7.86 or later and jq 1.6 or later.",
			"Credentials and region come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN and AWS_REGION, made up where unset.",
		],
		define,
		words,
	});

/** What follows the operation where it is no plain call: how the request is signed, then headers as curl takes them. */
function words({ raw }: Call): readonly string[] {
	if (raw === undefined) return [];
	const headers = raw.headers.flatMap(([name, value]) => ["-H", headerText(name, value)]);
	if (raw.sign === false) return ["unsigned", ...headers];
	const { region = "", service = "", accessKeyId = "", secretAccessKey = "" } = raw.sign;
	const parts = [accessKeyId, secretAccessKey, region, service];
	return [parts.every((part) => part === "") ? "signed" : `signed:${parts.join(":")}`, ...headers];
}

/** curl takes a header away that has no value, and sends an empty one for a semicolon. */
const headerText = (name: string, value: string | null): string =>
	value === null ? `${name}:` : value === "" ? `${name};` : `${name}: ${value.replace(/[\r\n]+/g, " ")}`;

const define = String.raw`
send() { # number, operation; if it is no plain call, unsigned or signed or signed:KEY:SECRET:REGION:SERVICE, and headers for curl
	[ $# -gt 2 ] || set -- "$@" signed -H 'Content-Type: application/x-amz-json-1.0' -H "X-Amz-Target: SimpleWorkflowService.$2"
	local number=$1 signing=$3 key secret in service arguments=()
	shift 3
	IFS=: read -r _ key secret in service <<<"$signing"
	if [ "$signing" != unsigned ]; then arguments=(--aws-sigv4 "aws:amz:${"$"}{in:-$region}:${"$"}{service:-swf}"); fi
	: >"$work/body"
	curl --silent --show-error --max-time 75 --request POST "$endpoint" ${"$"}{arguments[@]+"${"$"}{arguments[@]}"} -H 'Expect:' "$@" \
		--config <(credentials "$signing" "${"$"}{key:-$AWS_ACCESS_KEY_ID}" "${"$"}{secret:-$AWS_SECRET_ACCESS_KEY}") \
		--data-binary "@$work/request" --dump-header "$work/$number.headers" --output "$work/body" \
		--write-out 'HTTP %{http_code}' >"$work/$number.status" 2>"$work/problem" || head -c 300 "$work/problem" >>"$work/$number.status"
	keep "$number" "$work/body"
}

credentials() { # how it is signed, key, secret: for curl, where no other process can read them
	[ "$1" = unsigned ] && return
	printf 'user = "%s:%s"\n' "$2" "$3"
	if [ "$1" = signed ] && [ -n "${"$"}{AWS_SESSION_TOKEN:-}" ]; then printf 'header = "X-Amz-Security-Token: %s"\n' "$AWS_SESSION_TOKEN"; fi
}
`;
