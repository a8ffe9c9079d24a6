import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWatch, type WatchOptions } from "./watch.ts";

const never = new AbortController().signal;
const watchOf = (more: Partial<WatchOptions>) =>
	createWatch({ probe: async () => undefined, giveUpSeconds: 30, interrupt: never, now: () => Date.now(), ...more });
const why = ({ over }: ReturnType<typeof watchOf>) => (over.aborted ? String((over.reason as Error).message) : undefined);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** Not the fake clock's own pauses: node:timers/promises is not replaced by it. */
vi.mock("node:timers/promises", () => ({
	setTimeout: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}));

test("a target that answers when it is looked for is not given up", async () => {
	const watch = watchOf({});
	await watch.look();
	expect(why(watch)).toBeUndefined();
});

test("cases wait while a target is looked for, and go on when it is back", async () => {
	let isBack = false;
	let probes = 0;
	const watch = watchOf({
		probe: async () => {
			probes += 1;
			return isBack ? undefined : "ECONNREFUSED";
		},
	});
	let went = false;
	const looks = [watch.look(), watch.look()];
	const ready = watch.ready().then(() => {
		went = true;
	});
	await vi.advanceTimersByTimeAsync(20_000);
	expect({ went, isOver: watch.over.aborted }).toEqual({ went: false, isOver: false });
	// Growing pauses, and one look for all who ask.
	expect(probes).toBeLessThan(12);
	isBack = true;
	await vi.advanceTimersByTimeAsync(5_000);
	await Promise.all([...looks, ready]);
	expect({ went, why: why(watch) }).toEqual({ went: true, why: undefined });
});

test("a target that stays away is given up after its time", async () => {
	const watch = watchOf({ probe: async () => "ECONNREFUSED" });
	const looking = watch.look();
	await vi.advanceTimersByTimeAsync(29_999);
	expect(why(watch)).toBeUndefined();
	await vi.advanceTimersByTimeAsync(1);
	await looking;
	expect(why(watch)).toBe("the target stopped answering (ECONNREFUSED) and was given up after 30 s");
});

test("a run that takes too long is over, unless it was over before", async () => {
	const [late, early] = [watchOf({ mostSeconds: 60 }), watchOf({ mostSeconds: 60 })];
	await vi.advanceTimersByTimeAsync(59_999);
	early.stop();
	expect(why(late)).toBeUndefined();
	await vi.advanceTimersByTimeAsync(1);
	expect([why(late), why(early)]).toEqual(["the run was not over within 60 s", undefined]);
});

test("a target that says that it is gone is given up at once", async () => {
	const gone = new AbortController();
	const watch = watchOf({ gone: gone.signal, probe: async () => "ECONNREFUSED" });
	const looking = watch.look();
	gone.abort(new Error("the container ended with 137"));
	await vi.advanceTimersByTimeAsync(100);
	await looking;
	expect(why(watch)).toBe("the target is gone: the container ended with 137");
});

test("nobody looks on when the run is interrupted", async () => {
	const interrupt = new AbortController();
	let probes = 0;
	const watch = watchOf({
		interrupt: interrupt.signal,
		probe: async () => {
			probes += 1;
			return "ECONNREFUSED";
		},
	});
	const looking = watch.look();
	await vi.advanceTimersByTimeAsync(0);
	interrupt.abort();
	await vi.advanceTimersByTimeAsync(100);
	await looking;
	expect({ probes, why: why(watch) }).toEqual({ probes: 1, why: undefined });
});
