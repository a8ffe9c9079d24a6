import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bucket, Rates } from "../../specs/model/rates/rates.ts";
import { domain, rehearse } from "../../specs/model/rehearsal.ts";
import type { Outcome } from "../evidence.ts";
import type { GuardedCall } from "../targets/guard.ts";
import { createPace } from "./pace.ts";
import { createPacing } from "./pacing.ts";

const none: Rates = { calls: {}, callsPerExecution: {}, decisions: {} };
const call = (operation: string, input: GuardedCall["input"] = {}): GuardedCall => ({ operation, input, step: "1" });
const sent = (outcome: Outcome) => ({ request: { headers: {}, body: "" }, outcome });
const throttled = sent({ kind: "fault", type: "ThrottlingException", message: "Rate exceeded" });
const answered = sent({ kind: "answer", output: {} });
const waitsForEver = new AbortController().signal;

/** A pacing whose time passes only by its own waits. */
function paced(rates: Partial<Rates>, share = 1) {
	let now = 0;
	const waits: number[] = [];
	const guard = createPacing({
		...{ rates: { ...none, ...rates }, share, now: () => now, random: () => 1 },
		wait: async (milliseconds) => {
			waits.push(milliseconds);
			now += milliseconds;
		},
	});
	return { guard, waits, ready: (each: GuardedCall) => guard.before(each, waitsForEver) };
}

test("what keeps the pace of a bucket is never throttled by it, however its calls come", () => {
	const bucket: fc.Arbitrary<Bucket> = fc.record({
		size: fc.integer({ min: 1, max: 5 }),
		refill: fc.integer({ min: 1, max: 20 }),
	});
	const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 });
	fc.assert(
		fc.property(bucket, gaps, (limit, milliseconds) => {
			const { ask, elapse } = rehearse({ rates: { ...none, calls: { DescribeDomain: limit } } });
			const pace = createPace(limit);
			let now = 0;
			let sentAt = 0;
			for (const gap of milliseconds) {
				now += gap;
				const at = Math.max(sentAt, Math.ceil(now + pace.take(now)));
				elapse((at - sentAt) / 1000);
				sentAt = at;
				ask("DescribeDomain", { name: domain });
			}
		}),
	);
});

describe("before a request", () => {
	test("nothing is waited for while the share of its bucket lasts, and then for its turn", async () => {
		const { waits, ready } = paced({ calls: { ListDomains: { size: 4, refill: 4 } } }, 0.5);
		for (let times = 0; times < 4; times += 1) await ready(call("ListDomains"));
		expect(waits).toEqual([0, 0, 500, 500]);
	});

	test("an operation does not wait for another", async () => {
		const { waits, ready } = paced({ calls: { ListDomains: { size: 1, refill: 1 }, DescribeDomain: { size: 1, refill: 1 } } });
		await ready(call("ListDomains"));
		await ready(call("DescribeDomain"));
		expect(waits).toEqual([0, 0]);
	});

	test("the decisions in it wait for their turn too", async () => {
		const { waits, ready } = paced({ decisions: { StartTimer: { size: 1, refill: 2 } } });
		const decisions = [{ decisionType: "StartTimer" }, { decisionType: "RecordMarker" }];
		await ready(call("RespondDecisionTaskCompleted", { decisions }));
		await ready(call("RespondDecisionTaskCompleted", { decisions }));
		expect(waits).toEqual([0, 500]);
	});

	test("nobody who stopped waiting is sent for", async () => {
		const { guard } = paced({});
		await expect(guard.before(call("ListDomains"), AbortSignal.abort())).rejects.toThrow("had to wait for its turn");
	});
});

describe("a throttled request", () => {
	test.each(["ThrottlingException", "Throttling", "RequestLimitExceeded", "TooManyRequestsException", "SlowDown"])(
		"is asked again: %s",
		async (type) => {
			const { guard } = paced({});
			expect(await guard.after(call("ListDomains"), sent({ kind: "fault", type }), waitsForEver)).toBe(true);
		},
	);

	test("is asked again after ever longer waits", async () => {
		const { guard, waits } = paced({});
		const same = call("ListDomains");
		for (let times = 0; times < 8; times += 1) await guard.after(same, throttled, waitsForEver);
		expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
	});

	test("makes everybody wait for the bucket, which others empty too", async () => {
		const { guard, waits, ready } = paced({ calls: { ListDomains: { size: 10, refill: 10 } } });
		await guard.after(call("ListDomains"), throttled, waitsForEver);
		for (let times = 0; times < 7; times += 1) await ready(call("ListDomains"));
		// The first five turns came while the throttled one waited.
		expect(waits).toEqual([500, 0, 0, 0, 0, 0, 100, 100]);
	});

	test("leaves its case undecided in the end", async () => {
		const { guard } = paced({});
		const same = call("ListDomains");
		for (let times = 0; times < 12; times += 1) await guard.after(same, throttled, waitsForEver);
		await expect(guard.after(same, throttled, waitsForEver)).rejects.toThrow("ListDomains was throttled 13 times");
	});

	test("leaves a case undecided that stopped waiting", async () => {
		const { guard } = paced({});
		await expect(guard.after(call("ListDomains"), throttled, AbortSignal.abort())).rejects.toThrow("until nobody waited");
	});
});

test.each([answered, sent({ kind: "fault", type: "UnknownResourceFault" }), sent({ kind: "transport", problem: "reset" })])(
	"what was not throttled is not asked again: %j",
	async (other) => {
		const { guard, waits } = paced({});
		expect(await guard.after(call("ListDomains"), other, waitsForEver)).toBe(false);
		expect(waits).toEqual([]);
	},
);
