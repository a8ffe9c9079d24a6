/** Something that was to be kept could not be written anywhere; the message tells what there is, and where. Exit code 6. */
export class UnwrittenError extends Error {}

/** Trouble of the file system in a few words: `no space left on device (ENOSPC)`. */
export function errorText(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (!("code" in error) || typeof error.code !== "string") return error.message;
	const words = /^[A-Z0-9]+: ([^,]+)/.exec(error.message)?.[1];
	return words === undefined ? error.code : `${words} (${error.code})`;
}
