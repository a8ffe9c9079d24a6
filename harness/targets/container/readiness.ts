import { setTimeout as passing } from "node:timers/promises";
import { untilAborted } from "./until-aborted.ts";

/**
 * What tells that a container serves: `port`, any answer over HTTP, whatever its status; `http`, an answer of status 2xx on this path; `log`, a line of
 * its output that has this text in it.
 */
export type Readiness =
	| { readonly kind: "port" }
	| { readonly kind: "http"; readonly path: string }
	| { readonly kind: "log"; readonly text: string };

export const readinessForms = "port, log:TEXT or http:/PATH";

/** Reads `port`, `log:TEXT` or `http:/PATH`; undefined for anything else. */
export function parseReadiness(text: string): Readiness | undefined {
	if (text === "port") return { kind: "port" };
	const [, kind, rest = ""] = /^(log|http):(.+)$/s.exec(text) ?? [];
	if (kind === "log") return { kind, text: rest };
	return kind === "http" && rest.startsWith("/") ? { kind, path: rest } : undefined;
}

/** As it is written. */
export function readinessText(readiness: Readiness): string {
	if (readiness.kind === "http") return `http:${readiness.path}`;
	return readiness.kind === "log" ? `log:${readiness.text}` : readiness.kind;
}

/**
 * Ends when the container serves. What listens on the port of this machine may be the engine's own forwarder, so only an answer counts.
 *
 * @param heard ends when the container has printed the text that is waited for
 */
export async function untilReady(
	readiness: Readiness,
	address: string,
	heard: Promise<void>,
	signal: AbortSignal,
): Promise<void> {
	if (readiness.kind === "log") return untilAborted(heard, signal);
	const url = new URL(readiness.kind === "http" ? readiness.path : "/", address);
	while (!(await answers(url, readiness.kind === "port", signal))) await passing(100, undefined, { signal });
}

async function answers(url: URL, anyStatus: boolean, signal: AbortSignal): Promise<boolean> {
	try {
		const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]) });
		await answer.body?.cancel();
		return anyStatus || answer.ok;
	} catch (error) {
		if (signal.aborted) throw error;
		// Not there yet.
		return false;
	}
}
