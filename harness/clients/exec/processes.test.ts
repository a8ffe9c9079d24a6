import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { linePrograms } from "../../fixtures/line-program.ts";
import type { ClientKind, Sent } from "../client.ts";

const programs = linePrograms();
afterEach(() => {
	vi.useRealTimers();
	programs.end();
});
afterAll(() => programs.remove());

const never = new AbortController().signal;
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "canary-secret-key" };

/** A program that tells its process in every answer, does what `react` says with a request that names it, and else answers. */
function open(react: string, hello = "hello"): Promise<ClientKind> {
	const answer = "const answer = (id) => say({ id, answer: { pid: process.pid } });";
	const reaction = `if (input.name === "do") { ${react} } else if (input.name !== "hang") answer(id);`;
	return programs.open(programs.command(`say(${hello}); ${answer} asked(({ id, input }) => { ${reaction} })`));
}

const ask = (kind: ClientKind, name: string, signal = never, departed?: () => void): Promise<Sent> =>
	kind
		.connect({ endpoint: "http://127.0.0.1:1", region: "r", credentials })
		.send("DescribeDomain", { name }, { signal, ...(departed === undefined ? {} : { departed }) });

const answered = async (sent: Sent | Promise<Sent>): Promise<number> => {
	const { outcome } = await sent;
	if (outcome.kind !== "answer") throw new Error(JSON.stringify(outcome));
	return Number(outcome.output["pid"]);
};

const isAlive = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
		throw error;
	}
};
const gone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000);

describe("a program that breaks the protocol is asked nothing more:", () => {
	test.each<readonly [string, string, string]>([
		["one that prints what is no JSON", 'say("Traceback: oh")', "a line that is no JSON: Traceback: oh"],
		["one that prints a secret", 'say("key is canary-secret-key")', "a line that is no JSON: key is [redacted]"],
		["one that forgets the id", "say({ answer: {} })", 'a line without the "id" of a request: {"answer":{}}'],
		[
			"one that was never asked",
			"say({ id: 99, answer: {} })",
			"a line about request 99, which was never asked, or answered before",
		],
		[
			"one that says nothing of a request",
			"say({ id })",
			'a line with none of answer, fault, cannot, transport, garbage: {"id":1}',
		],
		["one that cannot decide", 'say({ id, answer: {}, garbage: "x" })', "a line with answer and garbage of answer"],
		["one whose answer is a text", 'say({ id, answer: "x" })', 'a line with "answer" of another form'],
		["one whose fault has no type", "say({ id, fault: {} })", 'a line with "fault" of another form'],
		[
			"one whose record is odd",
			"say({ id, answer: {}, request: 5 })",
			'a "request" that is not {headers, body}, all of them texts',
		],
		[
			"one whose status is a text",
			'say({ id, answer: {}, response: { status: "200", headers: {}, body: "" } })',
			'a "response" that is not {status',
		],
	])("%s", async (_, react, problem) => {
		const kind = await open(react);
		const first = await ask(kind, "do");
		expect(first.outcome).toEqual({
			kind: "transport",
			problem: expect.stringContaining(`the client program printed ${problem}`),
		});
		const second = await ask(kind, "x");
		expect(second.outcome).toMatchObject({
			kind: "transport",
			problem: expect.stringContaining("; nothing more is sent through it"),
		});
	});

	test("one that answers twice, and what else it has under way is told so", async () => {
		const kind = await open("answer(id); answer(id);", "{ ...hello, atOnce: 2 }");
		const waits = ask(kind, "hang");
		await answered(ask(kind, "do"));
		const problem = "the client program printed a line about request 2, which was never asked, or answered before";
		expect((await waits).outcome).toEqual({ kind: "transport", problem });
	});
});

describe("a program that ends", () => {
	test.each<readonly [string, string, string]>([
		[
			"by itself",
			'console.error("warning"); console.error("out of luck"); process.exit(7)',
			"ended with exit code 7; its last words: warning\nout of luck",
		],
		["by a signal", 'process.kill(process.pid, "SIGSEGV")', "was ended by SIGSEGV"],
		[
			"after words without an end",
			'process.stderr.write("x".repeat(1e6), () => process.exit(1))',
			`ended with exit code 1; its last words: ${"x".repeat(600)}`,
		],
		[
			"for a line without an end",
			'process.stdout.write("x".repeat(17 * 1024 * 1024))',
			"was ended: it printed a line of more than 16777216 bytes",
		],
		[
			"for a line of too much",
			"say({ id, answer: { list: new Array(200_001).fill(0) } })",
			"was ended: it printed a line of more than 200000 values",
		],
	])("%s is told with its last words, and started again", async (_, react, problem) => {
		const kind = await open(react);
		const { outcome } = await ask(kind, "do");
		expect(outcome).toEqual({ kind: "transport", problem: `the client program ${problem}` });
		await answered(ask(kind, "x"));
	});

	test("tells no secret in its last words", async () => {
		const kind = await open('console.error("secretly canary-secret-key"); process.exit(1)');
		expect(JSON.stringify(await ask(kind, "do"))).not.toContain("canary");
	});

	test("between two requests is no trouble", async () => {
		const kind = await open("say({ id, answer: { pid: process.pid } }); process.exit()");
		for (let times = 0; times < 7; times += 1) await gone(await answered(ask(kind, "do")));
	});

	test("five times in a row without any answer is not started again", async () => {
		const kind = await open("process.exit(1)");
		for (let times = 0; times < 4; times += 1) await ask(kind, "do");
		await answered(ask(kind, "x"));
		for (let times = 0; times < 5; times += 1) {
			const { outcome } = await ask(kind, "do");
			expect(outcome).toEqual({ kind: "transport", problem: "the client program ended with exit code 1" });
		}
		const problem =
			"the client program ended with exit code 1; it ended 5 times in a row without any answer; nothing more is sent through it";
		expect((await ask(kind, "x")).outcome).toEqual({ kind: "transport", problem });
	});
});

describe("a request that a program does not answer", () => {
	test("is given up at its deadline, the process is ended, and another takes the next", async () => {
		const kind = await open("");
		const pid = await answered(ask(kind, "x"));
		const deadline = new AbortController();
		const hangs = ask(kind, "hang", deadline.signal);
		deadline.abort(new Error("no answer within 10 s"));
		expect((await hangs).outcome).toEqual({ kind: "transport", problem: "no answer within 10 s" });
		await gone(pid);
		expect(await answered(ask(kind, "x"))).not.toBe(pid);
	});

	test("takes no other with it, and what comes of it late means nothing", async () => {
		const late = 'process.on("SIGUSR2", () => { answer(id); answer(id + 1); }); say({ id, departed: true });';
		const kind = await open(late, "{ ...hello, atOnce: 3, departures: true }");
		const pid = await answered(ask(kind, "x"));
		const deadline = new AbortController();
		let slow: Promise<Sent> | undefined;
		await new Promise<void>((departed) => {
			slow = ask(kind, "do", deadline.signal, departed);
		});
		const other = ask(kind, "hang");
		deadline.abort(new Error("over"));
		expect((await slow)?.outcome).toEqual({ kind: "transport", problem: "over" });
		expect(await answered(ask(kind, "x"))).not.toBe(pid);
		process.kill(pid, "SIGUSR2");
		expect(await answered(other)).toBe(pid);
		await gone(pid);
	});

	test("is not even written when its deadline has passed", async () => {
		const kind = await open("process.exit(1)");
		expect((await ask(kind, "do", AbortSignal.abort(new Error("interrupted")))).outcome).toEqual({
			kind: "transport",
			problem: "interrupted",
		});
		await answered(ask(kind, "x"));
	});
});

describe("requests at once", () => {
	test("go to one process as far as it takes them, and then to one more", async () => {
		const kind = await open("", "{ ...hello, atOnce: 2 }");
		expect(kind.concurrency).toBeUndefined();
		const first = await answered(ask(kind, "x"));
		const hangs = new AbortController();
		const hanging = ask(kind, "hang", hangs.signal);
		expect(await answered(ask(kind, "x"))).toBe(first);
		const more = ask(kind, "hang", hangs.signal);
		const other = await answered(ask(kind, "x"));
		expect(other).not.toBe(first);
		hangs.abort(new Error("over"));
		await Promise.all([hanging, more]);
		await gone(first);
		expect(await answered(ask(kind, "x"))).toBe(other);
	});

	test("are few where a program takes one at a time", async () => {
		expect((await open("")).concurrency).toBe(4);
	});

	test("wait where there are as many processes as there may be", async () => {
		const source = `printf '{"protocol":1,"name":"sh","version":"1"}\\n'
			while read -r line; do
				id=\${line#*:}
				case $line in *answer*) printf '{"id":%s,"answer":{}}\\n' "\${id%%,*}" ;; esac
			done`;
		const kind = await programs.open(`sh '${programs.file(source)}'`);
		const hangs = Array.from({ length: 32 }, () => new AbortController());
		const hanging = hangs.map(({ signal }) => ask(kind, "hang", signal));
		let waited = true;
		const last = ask(kind, "answer").then((sent) => {
			waited = hangs[0]?.signal.aborted === true;
			return sent;
		});
		hangs[0]?.abort(new Error("over"));
		expect((await last).outcome).toEqual({ kind: "answer", output: {} });
		expect(waited).toBe(true);
		for (const each of hangs) each.abort(new Error("over"));
		await Promise.all(hanging);
	});
});

describe("a request departs", () => {
	test("when the program says so, where it says such things", async () => {
		const kind = await open("say({ id, departed: true })", "{ ...hello, departures: true, atOnce: 2 }");
		const end = new AbortController();
		const silent = vi.fn();
		const asked = [ask(kind, "hang", end.signal, silent)];
		await new Promise<void>((departed) => {
			asked.push(ask(kind, "do", end.signal, departed));
		});
		expect(silent).not.toHaveBeenCalled();
		end.abort(new Error("over"));
		await Promise.all(asked);
	});

	test("when it is given to a program that says no such things, but not before that has said hello", async () => {
		const kind = await open("process.exit(1)");
		await ask(kind, "do");
		const departed = vi.fn();
		await answered(ask(kind, "x", never, departed));
		expect(departed).toHaveBeenCalledOnce();
	});
});

describe("with the run ends", () => {
	const withChild = `
		const { spawn } = await import("node:child_process");
		const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1e6)"], { stdio: "ignore" });
		say({ id, answer: { pid: child.pid } });`;
	const asynchronous = (react: string) => `(async () => { ${react} })()`;

	test("a program and what it started", async () => {
		const kind = await open(asynchronous(withChild));
		const [pid, child] = [await answered(ask(kind, "x")), await answered(ask(kind, "do"))];
		expect([isAlive(pid), isAlive(child)]).toEqual([true, true]);
		kind.dispose();
		await Promise.all([gone(pid), gone(child)]);
	});

	test("a program that does not look at the end of its input", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const kind = await open("process.exit = () => undefined; setInterval(() => 0, 1e6); answer(id)");
		const pid = await answered(ask(kind, "do"));
		kind.dispose();
		await vi.advanceTimersByTimeAsync(2_000);
		vi.useRealTimers();
		await gone(pid);
	});
});
