import { type ModelServer, serveModel } from "../mocks/serve.ts";
import type { Clock, Target } from "./target.ts";
import { wallClock } from "./wall-clock.ts";

const region = "us-east-1";
const host = "127.0.0.1";
const secretAccessKey = "not-a-secret";

/** The reference model behind a real HTTP port on this machine; signatures are verified. On its virtual clock, cases that are played at once have each an account to themselves. */
export async function openReference(clock: Clock["kind"]): Promise<Target> {
	const secretOf = (accessKeyId: string) => (accessKeyId.startsWith("reference") ? secretAccessKey : undefined);
	const server = await serveModel({ port: 0, host, clock, region, auth: "verify", secretOf });
	return {
		name: clock === "wall" ? "reference" : "reference:virtual",
		endpoint: server.url,
		region,
		inProcess: false,
		clock,
		lacks: [],
		ephemeral: true,
		patience: clock === "wall" ? 1 : 0.1,
		// Where nobody waits for the clock, more at once only means that each waits longer for its answers.
		concurrency: clock === "wall" ? 64 : 16,
		session: (token) => {
			const accessKeyId = clock === "wall" ? "reference" : `reference-${token}`;
			return {
				credentials: { accessKeyId, secretAccessKey },
				clock: clock === "wall" ? wallClock : { kind: "virtual", elapse: elapseOver(server, accessKeyId) },
			};
		},
		[Symbol.asyncDispose]: () => server.close(),
	};
}

/** Moves the clock as any client of `serve` would: through its control path. */
const elapseOver =
	({ url }: ModelServer, accessKeyId: string): Clock["elapse"] =>
	async (seconds, parked, signal) => {
		const answer = await fetch(`${url}/_swf/clock/elapse`, {
			method: "POST",
			body: JSON.stringify({ accessKeyId, region, seconds, parked }),
			signal,
		});
		if (!answer.ok) throw new Error(`the virtual clock did not move: HTTP ${answer.status} ${await answer.text()}`);
	};
