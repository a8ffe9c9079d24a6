import type { Filling, Part } from "./recipe.ts";

/** Lines as comments. */
export const comments = (lines: readonly string[]): readonly string[] => lines.map((line) => (line === "" ? "#" : `# ${line}`));

/**
 * A text on standard input that the shell leaves alone.
 *
 * @param lines none of which may be the end mark: JSON on one line and indented lines never are
 */
export function hereText(command: string, lines: readonly string[]): readonly string[] {
	const [mark] = ["TEXT", "THE_TEXT", "THE_WHOLE_TEXT"].filter((each) => !lines.includes(each));
	if (mark === undefined || lines.some((line) => /[\r\n]/.test(line))) throw new Error("a text that a script cannot hold");
	return [`${command} <<'${mark}'`, ...lines, mark];
}

/**
 * A value of a request as an expression of jq: JSON is one, and in none of its texts can `\(` stand by itself. `$a3` are the answers to call 3.
 */
export function jqOf(filling: Filling): string {
	switch (filling.kind) {
		case "plain":
			return JSON.stringify(filling.value);
		case "list":
			return `[${filling.items.map(jqOf).join(", ")}]`;
		case "members":
			return `{${filling.members.map(([name, value]) => `${JSON.stringify(name)}: ${jqOf(value)}`).join(", ")}}`;
		case "text": {
			const [first, ...more] = filling.parts;
			if (first === undefined) return '""';
			if (more.length === 0 && first.kind === "seen") return seen(first);
			return `"${filling.parts.map(inText).join("")}"`;
		}
	}
}

const seen = ({ call, path }: Extract<Part, { kind: "seen" }>): string => `($a${call}[0] | seen(${JSON.stringify(path)}))`;

function inText(part: Part): string {
	if (part.kind === "literal") return JSON.stringify(part.text).slice(1, -1);
	return part.kind === "unique" ? String.raw`\($unique)` : String.raw`\(${seen(part)})`;
}

/** The calls whose answers a request is made of. */
export function callsIn(filling: Filling): readonly number[] {
	const found = new Set<number>();
	const visit = (each: Filling): void => {
		if (each.kind === "list") each.items.forEach(visit);
		if (each.kind === "members") for (const [, value] of each.members) visit(value);
		if (each.kind === "text") for (const part of each.parts) if (part.kind === "seen") found.add(part.call);
	};
	visit(filling);
	return [...found].sort((one, other) => one - other);
}
