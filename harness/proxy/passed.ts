/** A body as it went by: bytes beyond the cap are counted and not kept. */
export interface PassedBody {
	readonly text: string;
	/** Bytes. */
	readonly size: number;
	readonly isWhole: boolean;
}

/** One request that went through the proxy, and what became of it. Secrets are still in it: record it only through `exchangeOf`. */
export interface Passed {
	readonly method: string;
	/** Path and query. */
	readonly path: string;
	/** Names in lower case. */
	readonly requestHeaders: { readonly [name: string]: string };
	readonly requestBody: PassedBody;
	readonly response?: {
		readonly status: number;
		readonly headers: { readonly [name: string]: string };
		readonly body: PassedBody;
	};
	/** Why no whole response went back; whose doing it was. */
	readonly broken?: { readonly by: "upstream" | "caller"; readonly problem: string };
	/** Milliseconds of a clock that never goes back. */
	readonly sentAt: number;
	readonly durationMs: number;
}

/** What is kept of a body for the checks: as much as the kit takes of any answer. */
export interface Collector {
	readonly take: (chunk: Buffer) => void;
	readonly body: () => PassedBody;
}

/** @param cap bytes */
export function createCollector(cap: number): Collector {
	const chunks: Buffer[] = [];
	let size = 0;
	return {
		take(chunk) {
			size += chunk.length;
			if (size <= cap) chunks.push(chunk);
			else chunks.length = 0;
		},
		body: () => ({ text: Buffer.concat(chunks).toString("utf8"), size, isWhole: size <= cap }),
	};
}
