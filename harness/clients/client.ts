import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Exchange } from "../evidence.ts";

export interface Credentials {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken?: string;
}

/** Where a client sends. */
export interface ClientSettings {
	readonly endpoint: string;
	readonly region: string;
	readonly credentials: Credentials;
	/** The endpoint is answered in this process, so that nothing is connected to. */
	readonly inProcess?: boolean;
}

export interface SendOptions {
	/** Ends the call: its deadline passed, or the run was interrupted. The reason's message is told. */
	readonly signal: AbortSignal;
	/** Called once when the request is on its way. */
	readonly departed?: () => void;
}

/** What one call came to. Its times and its step are the caller's to add. */
export type Sent = Pick<Exchange, "request" | "response" | "outcome">;

/** What sends an operation and reads the answer. It sends once, never retries and never throws for what a target does. */
export interface Client {
	send(operation: OperationName, input: JsonObject, options: SendOptions): Promise<Sent>;
	close(): void;
}

/** A kind of client, with the version that reports name. */
export interface ClientKind {
	readonly name: string;
	readonly version: string;
	/** Runs apart from this process, and so reaches no target that is answered in it. */
	readonly apart?: boolean;
	/** How many cases at once it is good for, if that is fewer than the target's. */
	readonly concurrency?: number;
	/** Exact versions, by name, of the packages that put its bytes on the wire, where it is made of packages. */
	readonly packages?: { readonly [name: string]: string };
	/** How patient at least to be with it, as of a target: what a program needs to start and to think is no delay of the target's. */
	readonly patience?: number;
	/** Connections are shared among all clients of a kind; call it once after the last of them is closed. */
	dispose(): void;
	connect(settings: ClientSettings): Client;
}

/** What opening a client may need beside its name. */
export interface ClientOptions {
	readonly environment: NodeJS.ProcessEnv;
	/** Ends the opening too. */
	readonly interrupt: AbortSignal;
}

/**
 * Bytes that an answer has at most, and values of JSON, which take many times the room of their text once they are read: a target must not be able to
 * fill the memory. A page of 1,000 events, the longest that SWF gives, has some 20,000 values, and is far below 4 MiB unless many texts are as long as can be.
 */
export const longestAnswer = 4 * 1024 * 1024;
export const mostValues = 100_000;
