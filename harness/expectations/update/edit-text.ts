import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { InputError } from "../../scenario/problem.ts";
import { draftMark } from "../read-entry.ts";
import type { Addition, Change, Update } from "./plan-update.ts";

interface Splice {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

/**
 * Makes the changes in the text of an expectations file. Every other character of it stays, comments and order among them.
 *
 * @param day YYYY-MM-DD, since when additions are known
 * @throws {InputError} where the entries are written in one line, as a list in brackets
 */
export function editText(text: string, file: string, { changes, additions }: Update, day: string): string {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	const pair = isMap(document.contents)
		? document.contents.items.find(({ key }) => isScalar(key) && key.value === "failures")
		: undefined;
	const entries = isSeq(pair?.value) ? pair.value : undefined;
	const items = ((entries?.items ?? []) as readonly Node[]).filter((item): item is YAMLMap => isMap(item));
	if (entries?.flow === true && items.length > 0) {
		const { line, col } = lines.linePos(startOf(entries));
		throw new InputError([
			{ file, at: { line, column: col }, message: "write the entries below each other; only then can they be edited" },
		]);
	}
	const changeAt = (node: Node): Change | undefined => {
		const { line, col } = lines.linePos(startOf(node));
		return changes.find(({ entry: { at } }) => at.line === line && at.column === col);
	};
	const edits = items.map((item) => editEntry(text, item, changeAt));
	const splices = edits.flatMap(({ splices: its }) => its);
	const isEmpty = items.length > 0 && edits.every(({ gone }) => gone) && additions.length === 0;
	if (isEmpty && pair !== undefined) splices.push(insert(endOf(pair.key as Node) + 1, " []"));
	if (additions.length > 0) {
		const [first, last] = [items[0], items.at(-1)];
		const indent = first === undefined ? "  " : (/^ */.exec(text.slice(lineStart(text, startOf(first))))?.[0] ?? "  ");
		const added = additions.map((addition) => entryText(addition, indent, day)).join("");
		if (last !== undefined) splices.push(insert(lineEnd(text, last), added));
		else if (entries !== undefined)
			splices.push({ from: endOf(pair?.key as Node) + 1, to: endOf(entries), text: `\n${added.trimEnd()}` });
		else splices.push(insert(text.length, `failures:\n${added}`));
	}
	return splices
		.toSorted((one, other) => other.from - one.from)
		.reduce((edited, { from, to, text: by }) => {
			const needsBreak = from === edited.length && from > 0 && !edited.endsWith("\n");
			return `${edited.slice(0, from)}${needsBreak ? "\n" : ""}${by}${edited.slice(to)}`;
		}, text);
}

function editEntry(
	text: string,
	item: YAMLMap,
	changeAt: (node: Node) => Change | undefined,
): { readonly gone: boolean; readonly splices: readonly Splice[] } {
	const cases = item.get("cases", true) as Node;
	const patterns = isSeq(cases) ? (cases.items as readonly Node[]) : [cases];
	const changed = patterns.map((node) => ({ node, keep: changeAt(node)?.keep }));
	if (changed.every(({ keep }) => keep === undefined)) return { gone: false, splices: [] };
	if (changed.every(({ keep }) => keep?.length === 0))
		return { gone: true, splices: [{ from: lineStart(text, startOf(item)), to: lineEnd(text, item), text: "" }] };
	if (isSeq(cases) && cases.flow !== true)
		return {
			gone: false,
			splices: changed.flatMap(({ node, keep }): readonly Splice[] => {
				if (keep === undefined) return [];
				const from = lineStart(text, startOf(node));
				if (keep.length === 0) return [{ from, to: lineEnd(text, node), text: "" }];
				const before = text.slice(from, startOf(node));
				return [{ from: startOf(node), to: endOf(node), text: keep.map(plain).join(`\n${before}`) }];
			}),
		};
	const left = changed.flatMap(({ node, keep }) => keep ?? [(isScalar(node) && String(node.value)) || ""]).map(plain);
	const written = left.length === 1 && !isSeq(cases) ? (left[0] ?? "") : `[${left.join(", ")}]`;
	return { gone: false, splices: [{ from: startOf(cases), to: endOf(cases), text: written }] };
}

const entryText = ({ cases, found }: Addition, indent: string, day: string): string =>
	[
		`${indent}- cases:`,
		...cases.map((id) => `${indent}    - ${plain(id)}`),
		`${indent}  reason: ${JSON.stringify(`${draftMark}: ${found}`)}`,
		`${indent}  since: "${day}"`,
		"",
	].join("\n");

/** An id without quotes where it can do without. */
const plain = (id: string): string => (/^[A-Za-z][\w./-]*(:[\w./-]+)?$/.test(id) ? id : JSON.stringify(id));

const insert = (at: number, text: string): Splice => ({ from: at, to: at, text });
const startOf = (node: Node): number => node.range?.[0] ?? 0;
const endOf = (node: Node): number => node.range?.[1] ?? 0;
const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Behind the last line that a node stands on, and not behind empty lines or comments after it. */
function lineEnd(text: string, node: Node): number {
	const end = startOf(node) + text.slice(startOf(node), endOf(node)).trimEnd().length;
	const line = text.indexOf("\n", end);
	return line === -1 ? text.length : line + 1;
}
