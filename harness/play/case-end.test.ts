import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exchangeOf } from "../fixtures/exchange.ts";
import { allowanceOf, clearingAllowance } from "./allowance.ts";
import { createCaseEnd } from "./case-end.ts";

const never = new AbortController().signal;
const allowance = { weight: 10_000, milliseconds: 5_000 };
const answer = (body: string) => exchangeOf({ operation: "ListDomains", body });

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test("a case ends when its answers weigh more than they may, however they are made up", () => {
	for (const body of ["x".repeat(4_000), `[${"{},".repeat(25)}1]`]) {
		const end = createCaseEnd(never, undefined, allowance);
		expect([end.weigh(answer(body)), end.weigh(answer(body))]).toEqual([undefined, undefined]);
		expect(end.signal.aborted).toBe(false);
		const problem = end.weigh(answer(body));
		expect(problem).toBe("the answers that the case got are more than it may keep");
		expect(end.trouble()).toEqual({ kind: "transport", message: problem });
		end.dispose();
	}
});

test("a case ends when its time is over, and clearing up has a time of its own", () => {
	const end = createCaseEnd(never, undefined, allowance);
	vi.advanceTimersByTime(4_999);
	expect(end.signal.aborted).toBe(false);
	vi.advanceTimersByTime(1);
	expect(end.trouble()).toEqual({ kind: "transport", message: "the case was not over within 5 s" });
	const clearing = end.clear();
	vi.advanceTimersByTime(clearingAllowance.milliseconds - 1);
	expect(clearing.aborted).toBe(false);
	vi.advanceTimersByTime(1);
	expect(clearing.aborted).toBe(true);
	end.dispose();
	expect(vi.getTimerCount()).toBe(0);
});

test("what clearing up is answered is weighed, and not held against the case", () => {
	const end = createCaseEnd(never, undefined, allowance);
	const clearing = end.clear();
	end.weigh(answer("x".repeat(clearingAllowance.weight)));
	expect([end.signal.aborted, clearing.aborted]).toEqual([false, true]);
	end.dispose();
});

test("a case ends with the run, and tells an interruption from a target that was given up", () => {
	const [interrupt, over] = [new AbortController(), new AbortController()];
	const one = createCaseEnd(interrupt.signal, over.signal, allowance);
	over.abort(new Error("the target is gone"));
	expect([one.signal.aborted, one.trouble()]).toEqual([true, { kind: "transport", message: "the target is gone" }]);
	interrupt.abort(new Error("stop"));
	expect(one.trouble().kind).toBe("interrupted");
	one.dispose();
});

test("cases that are played at once share what a run may keep, and each has enough for any case of the suites", () => {
	const weights = [1, 4, 16, 64].map((atOnce) => allowanceOf({ serviceSeconds: 0 }, atOnce, 1).weight / 1024 / 1024);
	expect(weights).toEqual([8, 8, 2, 1]);
	expect(allowanceOf({ serviceSeconds: 3600 }, 1, 2).milliseconds).toBe(3_960_000);
	expect(allowanceOf({ serviceSeconds: 0 }, 1, 0.1).milliseconds).toBe(180_000);
});
