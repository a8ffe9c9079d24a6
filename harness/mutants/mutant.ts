/** One change to one source file of the model. */
export interface Edit {
	/** The source, from the root of the package; its compiled text is what is changed. */
	readonly file: `specs/${"model" | "wire"}/${string}.ts` | `harness/mocks/${string}.ts`;
	/** Stands exactly once in the file, and reads the same with and without its types. */
	readonly find: string;
	/** JavaScript that goes in its place. */
	readonly replace: string;
}

/** A defect that an emulator might well have, put into the model to see the scenarios notice it. */
export interface Mutant extends Edit {
	/** What is broken, as a sentence. */
	readonly name: string;
	/** Further edits that the defect needs, made after the first. */
	readonly and?: readonly Edit[];
	/** Ids or globs of cases, all of which must notice it. Others may. */
	readonly caughtBy: readonly string[];
	/** Ids or globs of the cases that are played on it; all but those about the wire, which are many, where it does not say. */
	readonly plays?: readonly string[];
}

/** A mutant that does not fit the model, which says nothing of the suite. */
export class MutantError extends Error {
	override readonly name = "MutantError";
}

/** The text with the edit made. */
export function applyEdit(text: string, { file, find, replace }: Edit): string {
	const parts = text.split(find);
	if (parts.length === 2) return parts.join(replace);
	const found = parts.length === 1 ? "is not there" : `stands there ${parts.length - 1} times`;
	throw new MutantError(`${file}: \`${find}\` ${found}; a mutant's \`find\` must stand exactly once, so adapt the mutant`);
}

/** All edits of a mutant, in order. */
export const editsOf = ({ file, find, replace, and = [] }: Mutant): readonly Edit[] => [{ file, find, replace }, ...and];
