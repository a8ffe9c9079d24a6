import { setupServer } from "msw/node";
import { swfHandlers } from "../mocks/handlers.ts";
import { accountOf } from "../mocks/http.ts";
import { createService } from "../mocks/service.ts";
import type { Target } from "./target.ts";

const region = "us-east-1";
const secretAccessKey = "not-a-secret";
const isOurs = (accessKeyId: string) => accessKeyId.startsWith("mock-");

/** The reference model in this process, reached through MSW: no socket is opened. Signatures are verified. Cases that are played at once have each an account and so a clock of their own. */
export async function openMock(): Promise<Target> {
	const service = createService({
		clock: "virtual",
		region,
		auth: "verify",
		secretOf: (key) => (isOurs(key) ? secretAccessKey : undefined),
	});
	const server = setupServer(...swfHandlers({ service }));
	// A request that is not for SWF would leave this machine.
	server.listen({ onUnhandledRequest: "error" });
	return {
		name: "mock",
		endpoint: `https://swf.${region}.amazonaws.com`,
		region,
		inProcess: true,
		clock: "virtual",
		lacks: [],
		ephemeral: true,
		patience: 0.1,
		concurrency: 24,
		session: (token) => {
			const accessKeyId = `mock-${token}`;
			return {
				credentials: { accessKeyId, secretAccessKey },
				clock: {
					kind: "virtual",
					elapse: (seconds, parked) => service.elapse({ account: accountOf(accessKeyId), region }, seconds, parked),
				},
			};
		},
		[Symbol.asyncDispose]: async () => {
			service.close();
			server.close();
		},
	};
}
