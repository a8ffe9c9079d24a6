import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
	DescribeWorkflowExecutionCommand,
	ListDomainsCommand,
	RegisterDomainCommand,
	RegisterWorkflowTypeCommand,
	StartWorkflowExecutionCommand,
	SWFClient,
} from "@aws-sdk/client-swf";
import type { Report } from "../../reports/report.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import { sdkClients } from "../clients/sdk.ts";
import { serveModel } from "../mocks/serve.ts";
import { createRecorder } from "../play/recorder.ts";
import { bytesPerOpenExecution, kernelRates } from "./kernel.ts";
import { proxyOverhead } from "./proxy.ts";
import { reportFigures } from "./reports.ts";
import { sideBySide } from "./side-by-side.ts";

/** Prints the kit's own figures, each with the bound that it is kept under. Measures; asserts nothing. */

const cli = fileURLToPath(new URL("../cli.js", import.meta.url));
const say = (text: string) => process.stdout.write(`${text}\n`);
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const median = (values: readonly number[]): number =>
	[...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds from the start of the process to its exit. */
function time(args: readonly string[]): Promise<number> {
	const began = performance.now();
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [cli, ...args], { stdio: "ignore" });
		child.once("error", reject);
		child.once("exit", (code) =>
			code === 0 ? resolve(performance.now() - began) : reject(new Error(`${args.join(" ")} ended with ${code}`)),
		);
	});
}

async function times(count: number, args: readonly string[]): Promise<readonly number[]> {
	const measured: number[] = [];
	for (let round = 0; round < count; round += 1) measured.push(await time(args));
	return measured;
}

async function readReport(folder: string): Promise<Report> {
	return JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as Report;
}

async function wholeRun(out: string): Promise<void> {
	const one = await times(5, ["run", "termination/a-second-termination-is-refused", "--quiet", "--out", out]);
	const all = await times(3, ["run", "--quiet", "--out", out]);
	const { cases } = await readReport(out);
	const subjects = [...new Set(cases.map(({ id }) => id.split("/")[0] ?? id))].filter((subject) => subject !== "wire");
	const others = await times(5, ["run", ...subjects.map((subject) => `${subject}/**`), "--quiet", "--out", out]);
	const otherCases = cases.filter(({ id }) => !id.startsWith("wire/"));
	const callsOf = (of: typeof cases) => of.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
	say(
		`all but the wire on mock   ${seconds(median(others))} median of 5, ${seconds(Math.min(...others))} best; ${otherCases.length} cases, ${callsOf(otherCases)} calls  (bound 3 s)`,
	);
	say(`  start-up, one case       ${seconds(median(one))}`);
	say(
		`  beyond start-up          ${((median(others) - median(one)) / (otherCases.length - 1)).toFixed(1)} ms a case  (bound 10 ms)`,
	);
	say(`memory of a whole run      ${(await peakMemory(["run", "--quiet", "--out", out])).toFixed(0)} MB at most  (bound 300)`);
	say(`whole run on mock          ${seconds(median(all))} median of 3; ${cases.length} cases, ${callsOf(cases)} calls`);
}

/** The most that a process had of memory, in megabytes; it says so itself when it ends. */
function peakMemory(args: readonly string[]): Promise<number> {
	const hook = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))";
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["--import", `data:text/javascript,${hook}`, cli, ...args], {
			stdio: ["ignore", "ignore", "pipe"],
		});
		let told = "";
		child.stderr.on("data", (text: Buffer) => {
			told += text.toString();
		});
		child.once("error", reject);
		child.once("close", () => resolve(Number(told) / 1024));
	});
}

async function wallClock(out: string): Promise<void> {
	await time(["run", "--target", "reference", "--quiet", "--out", out]);
	const report = await readReport(out);
	const longest = report.cases.reduce((most, each) => (each.durationMs > most.durationMs ? each : most));
	const total = Date.parse(report.ended) - Date.parse(report.started);
	say(
		`reference, wall clock      ${seconds(total)} for all, ${seconds(longest.durationMs)} for ${longest.id}: ${(total / longest.durationMs).toFixed(2)} times  (bound 1.3)`,
	);
}

/** The same calls through the bare SDK and through the kit, in turns, on one server. */
async function overhead(): Promise<void> {
	const server = await serveModel({ port: 0, host: "127.0.0.1", clock: "wall" });
	const settings = { endpoint: server.url, region: "us-east-1", credentials: { accessKeyId: "bench", secretAccessKey: "bench" } };
	const bare = new SWFClient({ ...settings, maxAttempts: 1 });
	const kind = sdkClients();
	const recorder = createRecorder(kind.connect(settings), new AbortController().signal, () => performance.now());
	const domain = "bench";
	const workflowType = { name: "bench", version: "1" };
	await bare.send(new RegisterDomainCommand({ name: domain, workflowExecutionRetentionPeriodInDays: "1" }));
	await bare.send(
		new RegisterWorkflowTypeCommand({
			domain,
			...workflowType,
			defaultChildPolicy: "ABANDON",
			defaultTaskList: { name: "bench" },
			defaultExecutionStartToCloseTimeout: "600",
			defaultTaskStartToCloseTimeout: "600",
		}),
	);
	const start = await bare.send(new StartWorkflowExecutionCommand({ domain, workflowId: "bench", workflowType }));
	const execution = { workflowId: "bench", runId: start.runId ?? "" };
	const calls: readonly { readonly bare: () => Promise<unknown>; readonly kit: () => Promise<unknown> }[] = [
		call("ListDomains", { registrationStatus: "REGISTERED" }, () =>
			bare.send(new ListDomainsCommand({ registrationStatus: "REGISTERED" })),
		),
		call("DescribeWorkflowExecution", { domain, execution }, () =>
			bare.send(new DescribeWorkflowExecutionCommand({ domain, execution })),
		),
	];
	const rounds = 12;
	const perRound = 200;
	const spent = { bare: [] as number[], kit: [] as number[] };
	for (let round = 0; round < rounds; round += 1) {
		for (const who of ["bare", "kit"] as const) {
			const began = performance.now();
			for (let index = 0; index < perRound; index += 1) await calls[index % calls.length]?.[who]();
			// The first rounds warm both up.
			if (round >= 2) spent[who].push((performance.now() - began) / perRound);
		}
	}
	const ratio = median(spent.kit) / median(spent.bare);
	say(
		`a call through the kit     ${median(spent.kit).toFixed(3)} ms, bare SDK ${median(spent.bare).toFixed(3)} ms: ${ratio.toFixed(2)} times  (bound 1.5)`,
	);
	bare.destroy();
	kind.dispose();
	await server.close();

	function call(operation: OperationName, input: Parameters<typeof recorder.call>[2], bareCall: () => Promise<unknown>) {
		return { bare: bareCall, kit: () => recorder.call("bench", operation, input) };
	}
}

/** The model without HTTP: each operation, slowest first, and what an open execution takes. */
async function kernel(): Promise<void> {
	const rates = [...(await kernelRates(10_000, 1_000))].sort(([, one], [, other]) => one - other);
	const mean = rates.length / rates.reduce((sum, [, rate]) => sum + 1 / rate, 0);
	say(
		`kernel, one core           ${thousands(mean)} calls a second if each operation is called as often as the others  (bound 100,000)`,
	);
	for (const [operation, rate] of rates) say(`  ${operation.padEnd(30)} ${thousands(rate).padStart(9)}`);
	say(`memory                     ${thousands(await bytesPerOpenExecution(100_000))} bytes of heap for each open execution`);
}

const thousands = (value: number): string => Math.round(value).toLocaleString("en");

process.removeAllListeners("warning");
const out = await mkdtemp(join(tmpdir(), "swf-conformance-bench-"));
try {
	await wholeRun(out);
	await reportFigures(await readReport(out), out, (file) => time(["compare", file, file]), say);
	await wallClock(out);
	await overhead();
	await proxyOverhead(say);
	await kernel();
	await sideBySide(say);
} finally {
	await rm(out, { recursive: true, force: true });
}
