import stringWidth from "fast-string-width";
import { type DiffRow, gapText } from "./diff.ts";
import { type TerminalStyle, wrapTo } from "./terminal-style.ts";

const frame = "  ≠  │ ".length;

/** The rows of a diff in two columns, expected on the left, `≠` before those that differ. */
export function besideLines(rows: readonly DiffRow[], { paint, width }: TerminalStyle): readonly string[] {
	const column = Math.floor((width - frame) / 2);
	const beside = (mark: string, left: Cell, right: Cell): readonly string[] => {
		const [lefts, rights] = [wrapTo(left.text, column), wrapTo(right.text, column)];
		return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => {
			const [first, second] = [lefts[index] ?? "", rights[index] ?? ""];
			const padding = " ".repeat(Math.max(0, column - stringWidth(first)));
			return `  ${index === 0 ? mark : " "} ${left.tint(first)}${padding} ${paint.dim("│")} ${right.tint(second)}`.trimEnd();
		});
	};
	const both = (text: string, tint: Cell["tint"]): readonly string[] => beside(" ", { text, tint }, { text, tint });
	return [
		...beside(" ", { text: "expected", tint: paint.dim }, { text: "observed", tint: paint.dim }),
		...rows.flatMap((row) => {
			if (row.kind === "gap") return both(gapText(row.lines), paint.dim);
			if (row.kind === "same") return both(row.line, String);
			return beside("≠", { text: row.expected ?? "", tint: paint.green }, { text: row.observed ?? "", tint: paint.red });
		}),
	];
}

interface Cell {
	readonly text: string;
	readonly tint: (text: string) => string;
}
