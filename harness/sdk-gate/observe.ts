import { Agent } from "node:http";
import type { SWFClient } from "@aws-sdk/client-swf";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { CommandClass, SdkBuild } from "../clients/sdk-build.ts";
import { credentials, type RecordingEndpoint, region } from "./endpoint.ts";
import type { Metadata, Observation, Probe, Result, Wait } from "./observation.ts";
import { plain } from "./plain.ts";
import { withoutPauses } from "./standing-still.ts";

/** How probes are put to a build. */
export interface ObserveOptions {
	readonly endpoint: RecordingEndpoint;
	/** Until a call is given up: a build that hangs must not hang the gate. */
	readonly callSeconds: number;
}

/** What one build does with one probe; undefined where it has no such operation. Never throws for what a build does. */
export async function observe(build: SdkBuild, probe: Probe, options: ObserveOptions): Promise<Observation | undefined> {
	const CommandOf = build.commandOf(probe.operation);
	if (CommandOf === undefined) return undefined;
	options.endpoint.begin(probe.replies);
	try {
		return await call(build, CommandOf, probe, options);
	} catch (error) {
		return { requests: [], waits: [], results: [failure(build, error)] };
	}
}

async function call(
	build: SdkBuild,
	CommandOf: CommandClass,
	probe: Probe,
	{ endpoint, callSeconds }: ObserveOptions,
): Promise<Observation> {
	const waits: Wait[] = [];
	let bodyType: string | undefined;
	const settings = { endpoint: `${endpoint.url}${probe.path ?? "/"}`, region, credentials };
	const bare = new build.SWFClient(settings);
	const retryStrategy = impatient(await bare.config.retryStrategy(), (wait) => waits.push(wait));
	const client: SWFClient = new build.SWFClient({ ...settings, retryStrategy });
	const results: Result[] = [];
	for (let call = 0; call < (probe.calls ?? 1); call += 1) {
		const command = new CommandOf(probe.input as never);
		command.middlewareStack.add(
			(next) => (args) => {
				bodyType = typeName((args.request as { readonly body?: unknown }).body);
				return next(args);
			},
			{ step: "finalizeRequest", name: "seeBody" },
		);
		const abortSignal = AbortSignal.timeout(callSeconds * 1000);
		const sent = client.send(command, { abortSignal }).then(answer, (error: unknown) => failure(build, error));
		const result = await Promise.race([sent, hanging(abortSignal, callSeconds)]);
		// Also where the build heard the signal, and says so in its own words.
		results.push(abortSignal.aborted ? hung(callSeconds) : result);
	}
	const agent = results.length > 1 ? agentOf(client) : undefined;
	client.destroy();
	bare.destroy();
	return {
		...{ requests: await endpoint.arrived(), waits, results },
		...(bodyType === undefined ? {} : { bodyType }),
		...(agent === undefined ? {} : { agent }),
	};
}

/** What its HTTP handler has set, where it is one that tells. */
function agentOf({ config: { requestHandler } }: SWFClient): Json | undefined {
	const { httpHandlerConfigs } = requestHandler as { readonly httpHandlerConfigs?: () => unknown };
	const configs = httpHandlerConfigs?.call(requestHandler);
	const agent: unknown = isJsonObject(configs) ? configs["httpAgent"] : undefined;
	if (!(agent instanceof Agent)) return undefined;
	const { keepAlive = false } = (agent as { readonly options?: { readonly keepAlive?: boolean } }).options ?? {};
	return { keepAlive, maxSockets: String(agent.maxSockets) };
}

/** The name of the result of a call that came to none. */
export const hangs = "Hangs";

const hanging = (signal: AbortSignal, seconds: number): Promise<Result> =>
	new Promise((ends) => {
		signal.addEventListener("abort", () => ends(hung(seconds)), { once: true });
	});

const hung = (seconds: number): Result => ({
	...{ kind: "error", name: hangs, className: "none", isServiceException: false, side: "none", keys: [], metadata: {} },
	message: `no result within ${seconds} s`,
});

type RetryStrategy = Awaited<ReturnType<SWFClient["config"]["retryStrategy"]>>;

/**
 * A build's own strategy of retries, but without its pauses: it makes some itself, and leaves others to whoever asked it.
 *
 * @see https://smithy.io/2.0/spec/behavior-traits.html#retryable-trait
 */
function impatient(strategy: RetryStrategy, waited: (wait: Wait) => void): RetryStrategy {
	if (!("refreshRetryTokenForRetry" in strategy)) return strategy;
	const own = strategy.refreshRetryTokenForRetry.bind(strategy);
	return Object.assign(strategy, {
		refreshRetryTokenForRetry: async (...given: Parameters<typeof own>) => {
			const pauses: number[] = [];
			const tell = (then: Wait["then"]) => {
				for (const milliseconds of pauses) waited({ milliseconds, then });
			};
			try {
				const token = await withoutPauses(
					() => own(...given),
					(milliseconds) => pauses.push(milliseconds),
				);
				const delay = token.getRetryDelay();
				if (delay > 0) pauses.push(delay);
				tell("attempt");
				return Object.assign(token, { getRetryDelay: () => 0 });
			} catch (error) {
				tell("failure");
				throw error;
			}
		},
	});
}

const typeName = (value: unknown): string =>
	typeof value === "object" && value !== null ? (value.constructor?.name ?? "object") : typeof value;

interface WithMetadata {
	readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
}

const metadataOf = ({ $metadata: { httpStatusCode, requestId, attempts } = {} }: WithMetadata): Metadata => ({
	...(httpStatusCode === undefined ? {} : { status: httpStatusCode }),
	...(requestId === undefined ? {} : { requestId }),
	...(attempts === undefined ? {} : { attempts }),
});

function answer(output: WithMetadata): Result {
	const { $metadata: _, ...members } = output;
	return { kind: "answer", output: plain(members), metadata: metadataOf(output) };
}

function failure({ SWFServiceException }: SdkBuild, error: unknown): Result {
	const thrown = error instanceof Error ? error : new Error(String(error));
	const own = Object.keys(thrown).sort();
	return {
		kind: "error",
		name: plain(thrown.name),
		className: typeName(thrown),
		isServiceException: thrown instanceof SWFServiceException,
		message: plain(thrown.message),
		side: String((thrown as { readonly $fault?: unknown }).$fault),
		keys: own,
		metadata: metadataOf(thrown as WithMetadata),
	};
}
