/** A part of a document that may be cut: its blocks are kept or left out as wholes. */
export interface Section {
	readonly title?: string;
	/** Stands before the blocks, such as the head of a table. */
	readonly head?: string;
	/** How many blocks there are. */
	readonly count: number;
	readonly blocks: Iterable<string> | AsyncIterable<string>;
	/** Between blocks: a line break for rows of a table, an empty line for the rest. */
	readonly separator: "\n" | "\n\n";
}

/**
 * Puts sections into a document of at most `limit` bytes. A block that no longer fits is left out and counted; a smaller one after it may
 * still fit. A section without blocks does not appear.
 */
export async function* withinLimit(sections: readonly Section[], limit: number): AsyncIterable<string> {
	const written = sections.filter(({ count }) => count > 0);
	let left = limit - written.reduce((sum, section) => sum + bytes(frameOf(section)), 0);
	for (const [index, section] of written.entries()) {
		const kept: string[] = [];
		for await (const block of section.blocks) {
			const cost = bytes(block) + section.separator.length;
			if (cost > left) continue;
			left -= cost;
			kept.push(block);
		}
		yield `${index === 0 ? "" : "\n\n"}${textOf(section, kept, section.count - kept.length)}`;
	}
	yield "\n";
}

const textOf = (section: Section, kept: readonly string[], leftOut: number): string => {
	const opening = [section.title, section.head].filter((part) => part !== undefined).join("\n\n");
	const body = kept.join(section.separator);
	const start = opening === "" ? body : `${opening}${section.head === undefined ? "\n\n" : section.separator}${body}`;
	return leftOut === 0 ? start : `${start}\n\n${noteOf(leftOut)}`;
};

/** What a section costs at most beyond its blocks. */
const frameOf = (section: Section): string => `${textOf(section, [], section.count)}\n\n\n\n`;

const noteOf = (leftOut: number): string => `*${leftOut} more left out to keep this page small; the JSON has them.*`;

const bytes = (text: string): number => Buffer.byteLength(text, "utf8");
