/** Letters by name that may come before or after somebody waits for them. */
export interface Mailbox<Letter> {
	readonly put: (name: string, letter: Letter) => void;
	/** The letter, as often as it is asked for; undefined once no more come, or the signal says not to wait. */
	readonly take: (name: string, signal: AbortSignal) => Promise<Letter | undefined>;
	/** No more come. */
	readonly close: () => void;
}

export function createMailbox<Letter>(): Mailbox<Letter> {
	const letters = new Map<string, Letter>();
	const waiting = new Map<string, readonly (() => void)[]>();
	let closed = false;
	const wake = (name: string) => {
		for (const goOn of waiting.get(name) ?? []) goOn();
		waiting.delete(name);
	};
	return {
		put(name, letter) {
			letters.set(name, letter);
			wake(name);
		},
		async take(name, signal) {
			if (!letters.has(name) && !closed && !signal.aborted)
				await new Promise<void>((resolve) => {
					waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
					signal.addEventListener("abort", () => resolve(), { once: true });
				});
			return letters.get(name);
		},
		close() {
			closed = true;
			for (const name of [...waiting.keys()]) wake(name);
		},
	};
}
