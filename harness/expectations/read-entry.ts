import { entryOf, type Located } from "../scenario/located.ts";
import { optional } from "../scenario/read-scalars.ts";
import type { Reader } from "../scenario/reader.ts";
import { type ExpectedFailure, type ExpectedFinding, expectableVerdicts } from "./expected-failure.ts";
import { isRange, isVersionName } from "./versions.ts";

const entryKeys = ["cases", "verdict", "finding", "reason", "link", "since", "expires", "versions"];

/** What stands before a reason that nobody has written yet. */
export const draftMark = "TODO";

/** Reads one entry, which is one expected failure for each of its patterns; what is wrong with it goes to the reader. */
export function readEntry(node: Located, reader: Reader, drafts: "taken" | "refused"): readonly ExpectedFailure[] {
	reader.onlyKeys(node, entryKeys, "an expected failure");
	const text = <Name extends string>(name: Name) => optional(node, name, (value) => reader.text(value, name));
	const day = <Name extends string>(name: Name) => optional(node, name, (value) => readDay(value, reader, name));
	const cases = entryOf(node, "cases")?.value;
	const patterns = cases === undefined ? [] : cases.kind === "list" ? cases.items : [cases];
	const { reason } = text("reason");
	if (cases === undefined) reader.refuse(node.at, "an expected failure names cases: an id, a glob or a list of them");
	if (cases?.kind === "list" && cases.items.length === 0) reader.refuse(cases.at, "cases are at least one");
	if (entryOf(node, "reason") === undefined) reader.refuse(node.at, "an expected failure has a reason");
	if (drafts === "refused" && reason?.trimStart().startsWith(draftMark) === true)
		reader.refuse(entryOf(node, "reason")?.value.at ?? node.at, "the reason is still to be written");
	const verdict = entryOf(node, "verdict")?.value;
	const expected = verdict === undefined ? "fail" : (reader.oneOf(verdict, expectableVerdicts, "a verdict") ?? "fail");
	const finding = optional(node, "finding", (value) => readFinding(value, reader));
	if (finding.finding !== undefined && expected !== "fail" && expected !== "warn")
		reader.refuse(node.at, `a case that is ${expected} has no finding`);
	const rest = {
		...{ verdict: expected, reason: reason ?? "", ...finding, ...text("link"), ...day("since"), ...day("expires") },
		...optional(node, "versions", (value) => readVersions(value, reader)),
	};
	return patterns.flatMap((item) => {
		const pattern = reader.text(item, "cases");
		return pattern === undefined ? [] : [{ at: item.at, cases: pattern, ...rest }];
	});
}

/** A day of the calendar; the 30th of February would be taken for one in March. */
const isDay = (text: string) =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

function readDay(node: Located, reader: Reader, name: string): string | undefined {
	const text = reader.text(node, name);
	if (text !== undefined && !isDay(text)) reader.refuse(node.at, `${name} is a day, "2027-06-30", not ${text}`);
	return text;
}

function readFinding(node: Located, reader: Reader): ExpectedFinding {
	reader.onlyKeys(node, ["clause", "message", "step"], "a finding");
	const text = <Name extends string>(name: Name) => optional(node, name, (value) => reader.text(value, name));
	if (node.kind === "map" && node.entries.length === 0) reader.refuse(node.at, "a finding has a clause, a message or a step");
	return { ...text("clause"), ...text("message"), ...text("step") };
}

function readVersions(node: Located, reader: Reader): readonly string[] {
	const items = node.kind === "list" ? node.items : [node];
	if (items.length === 0) reader.refuse(node.at, "versions are at least one");
	return items.flatMap((item) => {
		const text = reader.text(item, "versions");
		if (text === undefined) return [];
		if (!isRange(text) && !isVersionName(text))
			reader.refuse(item.at, `versions are ranges, as "<5.3" or "5.2.x", or names of versions, as "latest", not ${text}`);
		return [text];
	});
}
