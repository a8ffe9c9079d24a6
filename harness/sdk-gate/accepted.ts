import { selects } from "../plan.ts";
import { entryOf, type Located, readYaml } from "../scenario/located.ts";
import { InputError, type Position } from "../scenario/problem.ts";
import { createReader, type Reader } from "../scenario/reader.ts";
import type { Difference } from "./difference.ts";
import { type RuleName, ruleNames } from "./rules.ts";

/** Breaking differences that somebody has looked at and can live with. */
export interface Accepted {
	readonly at: Position;
	readonly rule: RuleName;
	/** A glob over probes; all of them without it. */
	readonly probes?: string;
	readonly reason: string;
}

/** Reads a file of accepted differences. Throws an InputError with everything that is wrong with it. */
export function parseAccepted(text: string, file: string): readonly Accepted[] {
	const reader = createReader(file);
	const root = readYaml(text, file);
	reader.onlyKeys(root, ["accepted"], "a file of accepted differences");
	const accepted = entryOf(root, "accepted")?.value;
	if (accepted === undefined) reader.refuse(root.at, "a file of accepted differences lists them under accepted");
	const entries = accepted === undefined ? [] : reader.items(accepted, "accepted").flatMap((item) => parseEntry(item, reader));
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return entries;
}

function parseEntry(node: Located, reader: Reader): readonly Accepted[] {
	reader.onlyKeys(node, ["rule", "probes", "reason"], "an accepted difference");
	const value = (key: string) => entryOf(node, key)?.value;
	const [rule, probes, reason] = [value("rule"), value("probes"), value("reason")];
	if (rule === undefined) reader.refuse(node.at, "an accepted difference names the rule that found it");
	if (reason === undefined) reader.refuse(node.at, "an accepted difference has a reason");
	const name = rule === undefined ? undefined : reader.oneOf(rule, ruleNames, "a rule");
	const glob = probes === undefined ? undefined : reader.text(probes, "probes");
	const why = reason === undefined ? undefined : reader.text(reason, "reason");
	if (name === undefined || why === undefined) return [];
	return [{ at: node.at, rule: name, reason: why, ...(glob === undefined ? {} : { probes: glob }) }];
}

/** Whether an entry is about a difference that this rule found. */
export const accepts = ({ rule, probes }: Accepted): ((name: RuleName, difference: Pick<Difference, "probe">) => boolean) => {
	const isMeant = probes === undefined ? () => true : selects(probes);
	return (name, { probe }) => name === rule && isMeant(probe);
};
