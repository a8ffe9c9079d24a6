/** A word that a shell takes as it is, whatever is in it; what no argument can hold is left out. */
export const shellWord = (text: string): string => `'${text.replaceAll("\0", "").replaceAll("'", String.raw`'\''`)}'`;

/** Likewise, in quotes only where it needs them: a command is read by people. */
export const readableWord = (text: string): string => (/^[\w./:@=,+-]+$/.test(text) ? text : shellWord(text));
