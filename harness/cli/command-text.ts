import { redactText } from "../../reports/redact.ts";
import { readableWord } from "../shell-word.ts";

/** A variable for a container; its value may be secret. */
const variable = /^(--target-env=)?(\w+)=/;

/**
 * The command that was given, ready for a shell, without secrets.
 *
 * @param words what follows the name of the program
 * @param secrets what must not stand in it, wherever
 */
export const commandText = (words: readonly string[], secrets: readonly string[] = []): string =>
	redactText(["swf-conformance", ...words.map(withoutValue).map(readableWord)].join(" "), secrets);

function withoutValue(word: string, index: number, words: readonly string[]): string {
	const isVariable = words[index - 1] === "--target-env" || word.startsWith("--target-env=");
	const [, flag = "", name] = (isVariable ? variable.exec(word) : null) ?? [];
	return name === undefined ? word : `${flag}${name}`;
}
