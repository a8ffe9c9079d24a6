import type { JsonObject } from "../../specs/wire/json.ts";
import { cycleRate, domain, prepare, start } from "./cycles.ts";
import { leanClient } from "./lean-client.ts";
import { type CostOfCalls, costWithOpen, pageCosts } from "./open-executions.ts";
import { type Server, startBare, startMoto, startServe } from "./servers.ts";

type Say = (text: string) => void;

const seconds = 4;
const levels = [10, 1_000, 100_000];
const motoLevels = [10, 1_000];
const longHistory = 25_000;

/** What `serve` does over HTTP, beside the pinned moto and a server that does nothing, by the same client. */
export async function sideBySide(say: Say): Promise<void> {
	const served = await rates(await startServe(), say);
	const bare = await withServer(startBare, async ({ port }) => bareRates(port));
	say(`  bare HTTP, same calls    ${bare.map(perSecond).join(", ")} cycles a second, the limit`);
	const moto = await startMoto().then((server) => rates(server, say), notHad(say));
	if (moto !== undefined) {
		say(
			`  serve over moto          ${ratio(served.one, moto.one)} with one client (bound 30), ${ratio(served.many, moto.many)} with 16`,
		);
	}
	say(`  16 clients over one      ${ratio(served.many, served.one)}  (bound 1.5)`);
	await withServer(startServe, (server) => openCosts(server, levels, 200, say));
	if (moto !== undefined) await withServer(startMoto, (server) => openCosts(server, motoLevels, 20, say));
	await withServer(startServe, (server) => historyPages(server, say));
}

const notHad = (say: Say) => (error: unknown) =>
	void say(`  moto                     not measured: ${error instanceof Error ? error.message : error}`);

const ratio = (one: number, other: number): string => `${(one / other).toFixed(2)} times`;
const perSecond = (rate: number): string => rate.toFixed(0);

async function withServer<Result>(launch: () => Promise<Server>, use: (server: Server) => Promise<Result>): Promise<Result> {
	const server = await launch();
	try {
		return await use(server);
	} finally {
		await server.stop();
	}
}

interface Rates {
	readonly one: number;
	readonly many: number;
}

async function rates(server: Server, say: Say): Promise<Rates> {
	return withServer(
		() => Promise.resolve(server),
		async ({ name, port }) => {
			const { ask, close } = leanClient(port);
			await prepare(ask);
			close();
			// A server that has just started gets faster for a while.
			await cycleRate(port, 1, seconds);
			const one = await cycleRate(port, 1, seconds);
			const many = await cycleRate(port, 16, seconds);
			say(`${`cycles over HTTP, ${name}`.padEnd(26)} ${perSecond(one)} a second with one client, ${perSecond(many)} with 16`);
			return { one, many };
		},
	);
}

const bareRates = async (port: number): Promise<readonly number[]> => [
	await cycleRate(port, 1, seconds),
	await cycleRate(port, 16, seconds),
];

async function openCosts({ name, port }: Server, open: readonly number[], repetitions: number, say: Say): Promise<void> {
	const { ask, close } = leanClient(port);
	await prepare(ask);
	close();
	const [fewest = 0] = open;
	// A server that has just started gets faster for a while, whatever is open; and so does the client.
	await costWithOpen(port, { open: fewest, opened: 0, repetitions: 25 * repetitions });
	const costs: CostOfCalls[] = [];
	for (const level of open)
		costs.push(await costWithOpen(port, { open: level, opened: costs.at(-1)?.open ?? fewest, repetitions }));
	say(
		`${`cost of calls, ${name}`.padEnd(26)} ms with ${open.map((level) => level.toLocaleString("en")).join(" / ")} executions open`,
	);
	for (const call of Object.keys(costs[0]?.calls ?? {})) {
		const each = costs.map(({ calls }) => calls[call] ?? Number.NaN);
		const spread = ratio(Math.max(...each), Math.min(...each));
		say(
			`  ${call.padEnd(24)} ${each.map((cost) => cost.toFixed(3)).join(" / ")}: ${spread}${name === "serve" ? "  (bound 1.5)" : ""}`,
		);
	}
}

async function historyPages({ port }: Server, say: Say): Promise<void> {
	const { ask, close } = leanClient(port);
	await prepare(ask);
	const { runId = "" } = await ask("StartWorkflowExecution", start("long", { name: "long" }));
	const signal: JsonObject = { domain, workflowId: "long", signalName: "go", input: "some input" };
	// The start and the decision task have made two events, and the last that fits is the service's own.
	for (let events = 2; events < longHistory - 1; events += 1) await ask("SignalWorkflowExecution", signal);
	await pageCosts(ask, "long", String(runId));
	const rounds: (readonly number[])[] = [];
	for (let round = 0; round < 9; round += 1) rounds.push(await pageCosts(ask, "long", String(runId)));
	close();
	const pages = (rounds[0] ?? []).map((_, page) => median(rounds.map((costs) => costs[page] ?? Number.NaN)));
	// The last page is not as long as the others.
	const full = pages.slice(0, -1);
	const third = Math.floor(full.length / 3);
	const parts = [full.slice(0, third), full.slice(third, 2 * third), full.slice(2 * third)].map(median);
	say(
		`history of ${longHistory.toLocaleString("en")} events   ${pages.length} pages; ${parts.map((cost) => cost.toFixed(2)).join(" / ")} ms a page at its beginning, middle and end`,
	);
}

const median = (values: readonly number[]): number =>
	[...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
