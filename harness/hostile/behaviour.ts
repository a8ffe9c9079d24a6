import type { Server, ServerResponse } from "node:http";
import type { Json } from "../../specs/wire/json.ts";
import type { HttpAnswer } from "../mocks/http.ts";

/** A request that arrived, with what the reference model says to it. */
export interface Asked {
	readonly operation: string;
	readonly input: { readonly [member: string]: Json };
	readonly headers: { readonly [name: string]: string };
	/** Which request it is that this endpoint misbehaves to, from 1. */
	readonly number: number;
	readonly honest: () => Promise<HttpAnswer>;
}

/** What an endpoint can do with the connection of a request. */
export interface Line {
	readonly response: ServerResponse;
	/** Answers as HTTP should be. */
	readonly send: (answer: Sendable) => void;
	/** Writes these bytes to the connection, whatever they are. */
	readonly raw: (bytes: string | Uint8Array) => void;
	/** Closes the connection in order. */
	readonly end: () => void;
	/** Tears the connection down. */
	readonly reset: () => void;
	/** An address on another host, where nobody is ever to arrive. */
	readonly elsewhere: string;
	/** Does it again and again until the connection is closed. @param milliseconds between two; 0 for as fast as it is read */
	readonly forever: (bytes: string | Uint8Array, milliseconds: number) => void;
}

export type Sendable = Pick<HttpAnswer, "status"> & {
	readonly headers?: Readonly<Record<string, string | readonly string[]>>;
	readonly body: string | Uint8Array;
};

export type Act = (asked: Asked, line: Line) => void | Promise<void>;

/** One way to misbehave. */
export interface Behaviour {
	/** What it does to a request. */
	readonly act?: Act;
	/**
	 * What it is honest to, so that a run gets as far as the misbehaviour: the look whether anybody is there; that and what fixtures register; or nothing.
	 * Fixtures where it is absent.
	 */
	readonly spares?: "look" | "fixtures" | "nothing";
	/** It leaves requests unanswered, so that a run that is to end soon has little patience. */
	readonly hangs?: true;
	/** Listens in another way than on a port of 127.0.0.1. */
	readonly listen?: Listen;
	/** What is told of the cases of a run: the verdicts that there are, in the order of their names, or how the run ends before there are any. */
	readonly run: Told;
	/** The same through the SDK where that differs. */
	readonly sdk?: Told;
	/** The same of what passes through the proxy. */
	readonly proxy: Told;
}

/** Verdicts joined by commas, or an exit code. */
export type Told = string;

/** @param server answers HTTP as the behaviour says, and may be left alone */
export type Listen = (server: Server) => Promise<{ readonly url: string; readonly close: () => void }>;
