import { createAnswers } from "../answers.ts";
import { answersOf, reportOpening } from "../assemble-report.ts";
import type { Exchange } from "../evidence.ts";
import type { EvidenceHeader } from "../evidence-file.ts";
import { exchangeOf } from "../proxy/exchange-of.ts";
import type { Passed } from "../proxy/passed.ts";
import { openProxy } from "../proxy/proxy.ts";
import { createSession } from "../proxy/session.ts";
import { openReportLog } from "../report-log.ts";
import { loadClauses } from "../scenario/load-clauses.ts";
import { kitVersion, packageRoot } from "./corpus.ts";
import { prepareOutputs } from "./outputs.ts";
import type { RunFlags } from "./run-command.ts";
import { tellReport } from "./tell-report.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export interface ProxyFlags extends Pick<RunFlags, "report" | "out" | "quiet"> {
	readonly to: string;
	readonly port?: number;
	readonly host?: string;
	readonly rewriteHost: boolean;
}

const now = () => performance.now();

/** `swf-conformance proxy`: stands between anybody's tests and an endpoint, until a signal ends it, and then reports what went by. */
export async function proxyCommand(
	flags: ProxyFlags,
	terminal: Terminal,
	interrupt: AbortSignal,
	secrets: readonly string[] = [],
	command?: string,
): Promise<ExitCode> {
	const url = upstreamOf(flags.to);
	const outputs = await prepareOutputs(flags, terminal);
	await using recording = await outputs.open("exchanges.ndjson");
	await using lines = await outputs.open("report.ndjson");
	let trouble: { readonly error: unknown } | undefined;
	const session = createSession();
	const answers = createAnswers("wall");
	const began = now();
	const started = new Date().toISOString();
	const seen = { client: "", region: "" };
	let count = 0;
	const told = (passed: Passed) => {
		count += 1;
		const exchange = exchangeOf(passed, count, began, secrets);
		seen.client ||= exchange.request.headers["user-agent"] ?? "";
		seen.region ||= regionOf(passed);
		// What goes by goes on, and is judged, even where it can no longer be recorded.
		recording.write(recorded(exchange)).catch((error: unknown) => {
			trouble ??= { error };
		});
		answers.add(exchange, performance.timeOrigin + passed.sentAt);
		session.add(exchange, passed.broken);
	};
	const { port = 0, host = "127.0.0.1", rewriteHost } = flags;
	const proxy = await openProxy({ url, rewriteHost, port, host, now, told });
	terminal.out(`${JSON.stringify({ url: proxy.url })}\n`);
	if (!interrupt.aborted) await new Promise<void>((stop) => interrupt.addEventListener("abort", () => stop(), { once: true }));
	await proxy.close();
	const header: EvidenceHeader = {
		...{ evidence: "swf-conformance", format: 1, kit: await kitVersion(), clock: "wall", started },
		...(command === undefined ? {} : { command }),
		target: { name: url.href, endpoint: url.href, region: seen.region || "unknown" },
		client: { name: "proxied", version: seen.client || "unknown" },
	};
	const about = reportOpening({ header, expectations: undefined, scenarios: [] });
	const log = await openReportLog(lines, about, await loadClauses(packageRoot));
	for (const one of session.cases(`swf-conformance proxy --to ${url.href}`)) await log.add(one);
	const ending = { ended: new Date().toISOString(), interrupted: false, ...answersOf(answers) };
	await log.end(ending);
	await Promise.all([recording.settle(), lines.settle()]);
	const code = await tellReport(log.report(ending), outputs, flags, terminal);
	if (trouble !== undefined) throw trouble.error;
	return code;
}

function upstreamOf(to: string): URL {
	const url = URL.canParse(to) ? new URL(to) : undefined;
	if (url === undefined || !/^https?:$/.test(url.protocol))
		throw new UsageError(`--to ${to}: expected an address, as http://127.0.0.1:5000 or https://swf.eu-west-1.amazonaws.com`);
	if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
		throw new UsageError("--to: expected an address without a user, a query or a fragment");
	return url;
}

/** The region that a signature is for. */
const regionOf = ({ requestHeaders }: Passed): string =>
	/Credential=[^/\s]+\/\d{8}\/([a-z0-9-]+)\//.exec(requestHeaders["authorization"] ?? "")?.[1] ?? "";

/** One line for each exchange, as `swf-conformance check` takes them. */
function recorded({ operation, input, response, outcome }: Exchange): string {
	const problem = "problem" in outcome ? { problem: outcome.problem } : {};
	return `${JSON.stringify({ operation, request: input, ...response, ...problem })}\n`;
}
