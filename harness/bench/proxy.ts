import { ListDomainsCommand, SWFClient } from "@aws-sdk/client-swf";
import { serveModel } from "../mocks/serve.ts";
import { exchangeOf } from "../proxy/exchange-of.ts";
import { openProxy } from "../proxy/proxy.ts";
import { createSession } from "../proxy/session.ts";

const rounds = 12;
const perRound = 200;
const median = (values: readonly number[]): number =>
	[...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The same call of the SDK to one server, straight and through the proxy, in turns. */
export async function proxyOverhead(say: (text: string) => void): Promise<void> {
	const server = await serveModel({ port: 0, host: "127.0.0.1", clock: "wall" });
	const session = createSession();
	let count = 0;
	const proxy = await openProxy({
		...{ url: new URL(server.url), rewriteHost: false, port: 0, host: "127.0.0.1", now: () => performance.now() },
		told: (passed) => {
			count += 1;
			session.add(exchangeOf(passed, count, 0), passed.broken);
		},
	});
	const clientOf = (endpoint: string) =>
		new SWFClient({
			endpoint,
			region: "us-east-1",
			credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
			maxAttempts: 1,
		});
	const clients = { straight: clientOf(server.url), through: clientOf(proxy.url) };
	const spent = { straight: [] as number[], through: [] as number[] };
	for (let round = 0; round < rounds; round += 1) {
		for (const way of ["straight", "through"] as const) {
			const began = performance.now();
			for (let index = 0; index < perRound; index += 1)
				await clients[way].send(new ListDomainsCommand({ registrationStatus: "REGISTERED" }));
			// The first rounds warm both up.
			if (round >= 2) spent[way].push((performance.now() - began) / perRound);
		}
	}
	const more = median(spent.through) - median(spent.straight);
	say(
		`a call through the proxy   ${median(spent.through).toFixed(3)} ms, straight ${median(spent.straight).toFixed(3)} ms: ${more.toFixed(3)} ms more  (bound 1 ms)`,
	);
	for (const client of Object.values(clients)) client.destroy();
	await proxy.close();
	await server.close();
}
