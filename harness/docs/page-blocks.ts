/** A fenced block of a page of Markdown. */
export interface Block {
	readonly language: string;
	readonly text: string;
	/** Of its first line of text, from 1. */
	readonly line: number;
	/** What HTML comments right above it say, which readers do not see. */
	readonly marks: readonly string[];
	/** The file that its first line says it is, as `# known.yaml` or `// client.mjs: …`. */
	readonly file?: string;
}

const fence = /^(`{3,})(\w*)\s*$/;
const comment = /^<!-- ([\s\S]*?) -->$/;
const fileName = /^(?:#|\/\/) ([\w./-]+\.(?:yaml|json|mjs|ts|py|sh))(?=[: \n]|$)/;

/** The fenced blocks of a page, in order. Throws where the last one is not closed. */
export function blocksOf(page: string): readonly Block[] {
	const blocks: Block[] = [];
	let marks: readonly string[] = [];
	const lines = page.split("\n");
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at] ?? "";
		const [, open, language = ""] = fence.exec(line) ?? [];
		const [, mark] = comment.exec(line.trim()) ?? [];
		if (mark !== undefined) marks = [...marks, mark];
		else if (open !== undefined) {
			const end = lines.indexOf(open, at + 1);
			if (end < 0) throw new Error(`the block in line ${at + 1} is not closed`);
			const text = lines.slice(at + 1, end).join("\n");
			const [, file] = fileName.exec(text) ?? [];
			blocks.push({ language, text, line: at + 2, marks, ...(file === undefined ? {} : { file }) });
			marks = [];
			at = end;
		} else if (line.trim() !== "") marks = [];
	}
	return blocks;
}
