import { describe, expect, test } from "vitest";
import { withDates } from "./with-dates.ts";

describe("input for the SDK", () => {
	test("has dates where the contract has times, at any depth", () => {
		const input = { domain: "d", startTimeFilter: { oldestDate: 1326592619.474, latestDate: 0 }, reverseOrder: true };
		expect(withDates("ListOpenWorkflowExecutions", input)).toEqual({
			...input,
			startTimeFilter: { oldestDate: new Date(1326592619474), latestDate: new Date(0) },
		});
	});

	test("keeps what no date can hold, and what is no time", () => {
		const startTimeFilter = { oldestDate: 1.5e300, latestDate: 1326592619.47449, __proto__x: 1 };
		expect(withDates("ListOpenWorkflowExecutions", { startTimeFilter })).toEqual({ startTimeFilter });
		expect(withDates("ListDomains", { registrationStatus: 1 })).toEqual({ registrationStatus: 1 });
	});
});
