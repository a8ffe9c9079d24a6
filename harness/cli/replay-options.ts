/** What `swf-conformance run ID` needs beside the id to play a case as it was played, ready for a shell. */
export const replayOptions = (target: string, client: string): string =>
	`${target === "mock" ? "" : ` --target ${shellWord(target)}`}${client === "sdk" ? "" : ` --client ${shellWord(client)}`}`;

/** A word as a shell takes it, in quotes where it needs them. */
const shellWord = (text: string): string => (/^[\w./:@=,+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
