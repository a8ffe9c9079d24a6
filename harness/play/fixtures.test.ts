import { describe, expect, test } from "vitest";
import { createDomainPool } from "./fixtures.ts";

const members = { workflowExecutionRetentionPeriodInDays: "1" };

describe("a pool of domains", () => {
	test("registers a domain once for all cases that ask for the same, also at once", async () => {
		const pool = createDomainPool("token");
		const registered: string[] = [];
		const register = async (name: string) => {
			registered.push(name);
			return true;
		};
		const names = await Promise.all([
			pool.domain("account", "main", members, register),
			pool.domain("account", "main", { ...members }, register),
		]);
		names.push(await pool.domain("account", "main", members, register));
		expect(new Set(names).size).toBe(1);
		expect(registered).toEqual(["swf-conformance-token-1"]);
	});

	test("keeps apart what another account, name or member asks for", async () => {
		const pool = createDomainPool("token");
		const names = await Promise.all([
			pool.domain("account", "main", members, async () => true),
			pool.domain("other", "main", members, async () => true),
			pool.domain("account", "elsewhere", members, async () => true),
			pool.domain("account", "main", { ...members, description: "x" }, async () => true),
		]);
		expect(new Set(names).size).toBe(4);
		expect(pool.registered.map(({ name }) => name)).toEqual(names);
	});

	test("lets the next case try again after a failure, never under a name that was used", async () => {
		const pool = createDomainPool("token");
		const tried: string[] = [];
		const attempt = (fixture: string, succeeds: boolean) =>
			pool.domain("account", fixture, members, async (name) => {
				tried.push(name);
				return succeeds;
			});
		expect(await attempt("main", false)).toBeUndefined();
		const elsewhere = await attempt("elsewhere", true);
		const main = await attempt("main", true);
		expect([elsewhere, main]).not.toContain(undefined);
		expect(new Set(tried).size).toBe(3);
	});

	test("remembers a domain whose registration was not answered, so that it is cleared up", async () => {
		const pool = createDomainPool("token");
		await pool.domain("account", "main", members, async () => false);
		expect(pool.registered).toEqual([{ account: "account", name: "swf-conformance-token-1" }]);
	});
});
