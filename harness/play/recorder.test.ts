import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Client, SendOptions, Sent } from "../clients/client.ts";
import { createRecorder } from "./recorder.ts";

const request = { headers: {}, body: "{}" };
const answered: Sent = { request, response: { status: 200, headers: {}, body: "{}" }, outcome: { kind: "answer", output: {} } };

/** A target that never answers, told by the reason for which it was given up. */
const silent: Client = {
	send: (_operation, _input, { signal }: SendOptions) =>
		new Promise((resolve) => {
			const giveUp = () =>
				resolve({ request, outcome: { kind: "transport", problem: String((signal.reason as Error).message) } });
			if (signal.aborted) giveUp();
			signal.addEventListener("abort", giveUp);
		}),
	close: () => undefined,
};

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("a call that is not answered", () => {
	test.each([
		["StartWorkflowExecution", 10],
		["GetWorkflowExecutionHistory", 10],
		["PollForDecisionTask", 75],
		["PollForActivityTask", 75],
	] as const)("%s is given up after %i seconds and no sooner", async (operation, seconds) => {
		const recorder = createRecorder(silent, new AbortController().signal, () => Date.now());
		const pending = recorder.call("1", operation, {});
		await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
		expect(recorder.exchanges).toEqual([]);
		await vi.advanceTimersByTimeAsync(1);
		expect((await pending).outcome).toEqual({ kind: "transport", problem: `no answer within ${seconds} s` });
		expect(recorder.exchanges[0]).toMatchObject({ durationMs: seconds * 1000 });
	});

	test("ends with the run's interruption, unless it clears up", async () => {
		const interrupt = new AbortController();
		const recorder = createRecorder(silent, interrupt.signal, () => Date.now());
		const [playing, clearing] = [
			recorder.call("1", "DescribeDomain", {}),
			recorder.call("clearing", "DeprecateDomain", {}, { evenInterrupted: true }),
		];
		interrupt.abort(new Error("interrupted"));
		expect((await playing).outcome).toEqual({ kind: "transport", problem: "interrupted" });
		expect(recorder.exchanges).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(10_000);
		expect((await clearing).outcome).toEqual({ kind: "transport", problem: "no answer within 10 s" });
		expect((await recorder.call("1", "DescribeDomain", {})).outcome).toEqual({ kind: "transport", problem: "interrupted" });
	});

	test("ends when its caller loses patience", async () => {
		const patience = new AbortController();
		const recorder = createRecorder(silent, new AbortController().signal, () => Date.now());
		const pending = recorder.call("1", "PollForDecisionTask", {}, { signal: patience.signal });
		patience.abort(new Error("no task within 1 s"));
		expect((await pending).outcome).toEqual({ kind: "transport", problem: "no task within 1 s" });
	});
});

describe("a recorder", () => {
	test("keeps every exchange in the order in which the answers came, with its times", async () => {
		let now = 100;
		const client: Client = {
			send: async () => {
				now += 5.4321;
				return answered;
			},
			close: () => undefined,
		};
		const recorder = createRecorder(client, new AbortController().signal, () => now);
		await recorder.call("fixture", "RegisterDomain", { name: "d" });
		const { index } = await recorder.call("2", "DescribeDomain", { name: "d" });
		expect(index).toBe(1);
		expect(recorder.exchanges).toEqual([
			{ ...answered, step: "fixture", operation: "RegisterDomain", input: { name: "d" }, sentAfterMs: 0, durationMs: 5.432 },
			{ ...answered, step: "2", operation: "DescribeDomain", input: { name: "d" }, sentAfterMs: 5.432, durationMs: 5.432 },
		]);
	});

	test("counts the polls that are on their way, and forgets them when they end", async () => {
		const interrupt = new AbortController();
		const recorder = createRecorder(silent, interrupt.signal, () => Date.now());
		const pending = [
			recorder.call("1", "PollForDecisionTask", {}),
			recorder.call("1", "PollForActivityTask", {}),
			recorder.call("1", "DescribeDomain", {}),
		];
		expect(recorder.polls).toBe(2);
		interrupt.abort(new Error("interrupted"));
		await Promise.all(pending);
		expect(recorder.polls).toBe(0);
	});

	test("leaves no timer and no listener behind", async () => {
		const interrupt = new AbortController();
		const remove = vi.spyOn(interrupt.signal, "removeEventListener");
		const recorder = createRecorder({ send: async () => answered, close: () => undefined }, interrupt.signal, () => Date.now());
		await recorder.call("1", "DescribeDomain", {});
		expect(vi.getTimerCount()).toBe(0);
		expect(remove).toHaveBeenCalledOnce();
	});
});

describe("a guarded call", () => {
	const throttled: Sent = { request, outcome: { kind: "fault", type: "ThrottlingException" } };

	test("begins its deadline when it is let through, and not before", async () => {
		let pass = () => undefined as unknown;
		const passed = new Promise<void>((resolve) => {
			pass = () => resolve();
		});
		const guard = { before: () => passed, after: async () => false };
		const recorder = createRecorder(silent, new AbortController().signal, () => Date.now(), guard);
		const pending = recorder.call("1", "DescribeDomain", {});
		await vi.advanceTimersByTimeAsync(60_000);
		expect(recorder.exchanges).toEqual([]);
		pass();
		await vi.advanceTimersByTimeAsync(10_000);
		expect((await pending).outcome).toEqual({ kind: "transport", problem: "no answer within 10 s" });
		expect(recorder.exchanges[0]).toMatchObject({ sentAfterMs: 60_000, durationMs: 10_000 });
	});

	test("is sent again as often as its guard says, and only the last try is kept", async () => {
		const answers = [throttled, throttled, answered];
		let sent = 0;
		const client: Client = { send: async () => answers[sent++] ?? answered, close: () => undefined };
		const guard = { before: async () => undefined, after: async (_: unknown, { outcome }: Sent) => outcome.kind === "fault" };
		const recorder = createRecorder(client, new AbortController().signal, () => Date.now(), guard);
		expect((await recorder.call("1", "DescribeDomain", {})).outcome).toEqual(answered.outcome);
		expect(sent).toBe(3);
		expect(recorder.exchanges).toHaveLength(1);
	});

	test("is not sent when its guard refuses", async () => {
		let sent = 0;
		const client: Client = {
			send: async () => {
				sent += 1;
				return answered;
			},
			close: () => undefined,
		};
		const guard = { before: () => Promise.reject(new Error("no more")), after: async () => false };
		const recorder = createRecorder(client, new AbortController().signal, () => Date.now(), guard);
		await expect(recorder.call("1", "DescribeDomain", {})).rejects.toThrow("no more");
		expect(sent).toBe(0);
	});
});

test("an answer that is more than may be kept is as one that did not come", async () => {
	const client: Client = { ...silent, send: async () => answered };
	const weigh = vi.fn().mockReturnValueOnce(undefined).mockReturnValueOnce("too much");
	const recorder = createRecorder(client, new AbortController().signal, () => 0, undefined, { weigh });
	await recorder.call("1", "ListDomains", {});
	const { outcome } = await recorder.call("2", "ListDomains", {});
	expect(outcome).toEqual({ kind: "transport", problem: "too much" });
	expect(recorder.exchanges.map(({ response }) => response)).toEqual([answered.response, undefined]);
});
