import { describe, expect, test } from "vitest";
import { createDomainPool } from "./fixtures.ts";

const members = { workflowExecutionRetentionPeriodInDays: "1" };

const trouble = { kind: "transport", message: "RegisterDomain: ECONNRESET" } as const;

describe("a pool of domains", () => {
	test("registers a domain once for all cases that ask for the same, also at once", async () => {
		const pool = createDomainPool("token");
		const registered: string[] = [];
		const register = async (name: string) => {
			registered.push(name);
			return undefined;
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
			pool.domain("account", "main", members, async () => undefined),
			pool.domain("other", "main", members, async () => undefined),
			pool.domain("account", "elsewhere", members, async () => undefined),
			pool.domain("account", "main", { ...members, description: "x" }, async () => undefined),
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
				return succeeds ? undefined : trouble;
			});
		expect(await attempt("main", false)).toEqual(trouble);
		const elsewhere = await attempt("elsewhere", true);
		const main = await attempt("main", true);
		expect([elsewhere, main]).not.toContain(trouble);
		expect(new Set(tried).size).toBe(3);
	});

	test("remembers a domain whose registration was not answered, so that it is cleared up", async () => {
		const pool = createDomainPool("token");
		await pool.domain("account", "main", members, async () => trouble);
		expect(pool.registered).toEqual([{ account: "account", name: "swf-conformance-token-1" }]);
	});

	test("tells the trouble of a registration to all who waited for it", async () => {
		const pool = createDomainPool("token");
		const asked = ["one", "two"].map(() => pool.domain("account", "main", members, async () => trouble));
		expect(await Promise.all(asked)).toEqual([trouble, trouble]);
	});

	test("lets the next case try again where a registration was kept from being sent", async () => {
		const pool = createDomainPool("token");
		await expect(pool.domain("account", "main", members, () => Promise.reject(new Error("no more")))).rejects.toThrow("no more");
		expect(await pool.domain("account", "main", members, async () => undefined)).toBe("swf-conformance-token-2");
	});
});
