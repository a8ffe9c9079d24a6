import { shellWord } from "../shell-word.ts";
import type { Call, Recipe } from "./recipe.ts";
import { headLines, showingLines, stepText } from "./recipe-text.ts";
import { callsIn, comments, hereText, jqOf } from "./shell.ts";

/** What differs between scripts for bash: what sends. */
export interface Sender {
	/** Usage and what it needs, in sentences. */
	readonly usage: readonly string[];
	/**
	 * Defines `send NUMBER OPERATION …`, which sends `$work/request`, leaves the answer as JSON in `$work/NUMBER.json` and what it was in
	 * `$work/NUMBER.status`.
	 */
	readonly define: string;
	/** Words for `send` after the operation. */
	readonly words: (call: Call) => readonly string[];
}

/** A script for bash that does what a recipe says. */
export function shellScript(recipe: Recipe, { usage, define, words }: Sender): string {
	const { actions, showings, endpoint, region } = recipe;
	const showingsAt = (number: number) =>
		showings.flatMap((showing, index) => (showing.call === number ? [`echo "  expected here:"; finding_${index + 1}`] : []));
	return `${[
		"#!/usr/bin/env bash",
		...comments(headLines(recipe, usage)),
		"set -uo pipefail",
		endpoint === undefined
			? `endpoint=\${1:?'name the endpoint: it was recorded of AWS itself, where this costs money'}`
			: `default_endpoint=${shellWord(endpoint)}\nendpoint=\${1:-$default_endpoint}`,
		`default_region=${shellWord(region)}`,
		common,
		define.trim(),
		...showings.flatMap((showing, index) => ["", `finding_${index + 1}() {`, ...hereText("\tcat", showingLines(showing)), "}"]),
		"",
		...actions.flatMap((action) =>
			action.kind === "pause" ? [`pause ${action.seconds}`] : [...callLines(action, words(action)), ...showingsAt(action.number)],
		),
		"",
		'echo; echo "Expected beside observed:"',
		...showings.map(({ call, path }, index) => `finding_${index + 1}; observed ${call} ${shellWord(JSON.stringify(path))}`),
		...(showings.length === 0 ? ['echo "  nothing is known to be wrong here: look at the answers"'] : []),
	].join("\n")}\n`;
}

/** The request is on one line, as JSON is. */
const callLines = (call: Call, words: readonly string[]): readonly string[] => {
	const { number, step, operation, tries, body } = call;
	const needed = callsIn(body).join(" ");
	return hereText(
		`call ${number} ${shellWord(stepText(step))} ${tries} ${shellWord(needed)} ${shellWord(operation)}${words.map((word) => ` ${shellWord(word)}`).join("")}`,
		[jqOf(body)],
	);
};

const common = String.raw`
region=${"$"}{AWS_REGION:-$default_region}
export AWS_ACCESS_KEY_ID=${"$"}{AWS_ACCESS_KEY_ID:-swfconformance} AWS_SECRET_ACCESS_KEY=${"$"}{AWS_SECRET_ACCESS_KEY:-made-up}
unique=$(od -An -N5 -tx1 /dev/urandom | tr -d ' \n') # every name has it, so that this can be run again
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

call() { # number, step, tries, calls whose answers it takes, operation, …: fills in the request on standard input and sends it
	local number=$1 step=$2 tries=$3 needed=$4 try each arguments=(--arg unique "$unique")
	shift 4
	for each in $needed; do arguments+=(--slurpfile "a$each" "$work/$each.json"); done
	{ echo 'def seen(path): try getpath(path) catch null;' && cat; } >"$work/filter.jq"
	jq -njc "${"$"}{arguments[@]}" -f "$work/filter.jq" >"$work/request"
	for ((try = 1; try <= tries; try++)); do
		[ "$try" = 1 ] || sleep 0.5
		send "$number" "$@"
		if [[ $1 == PollFor* ]] && jq -e '(.taskToken? // "") != ""' "$work/$number.json" >/dev/null; then break; fi
	done
	printf '%s  %s  %s  ' "$step" "$1" "$(<"$work/$number.status")"
	jq -ac . "$work/$number.json" | cut -c 1-300
}

keep() { # number, file: what came back as JSON, whatever it is
	if [ ! -s "$2" ]; then echo '{}' >"$work/$1.json"
	elif ! jq -c . "$2" >"$work/$1.json" 2>/dev/null; then jq -Rsc . "$2" >"$work/$1.json"; fi
}

pause() { # seconds of service time
	echo "waiting $1 s: service time has to pass"
	sleep "$1"
}

observed() { # number, path: as much of the path as the answer has
	printf '    observed  %s  ' "$(<"$work/$1.status")"
	jq -ac --argjson path "$2" '. as $answer | [range($path | length; -1; -1) as $n | try ($answer | getpath($path[:$n])) catch null | values] | first' "$work/$1.json" | cut -c 1-4000
	if [ -s "$work/$1.headers" ]; then tr -cd '\11\12\40-\176' <"$work/$1.headers" | sed '/^$/d; s/^/              /' | head -n 40; fi
}
`;
