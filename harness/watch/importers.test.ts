import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { findCheckout } from "./checkout.ts";
import { createImporters, type Importers } from "./importers.ts";

const root = process.cwd();
const model = join(root, "specs/model");
let importers: Importers;
beforeAll(async () => {
	importers = createImporters(model);
	await importers.take((await findCheckout(root, join(root, "dist"))?.sources()) ?? []);
});

test.each([
	["operations/start-workflow-execution.ts", ["operations/start-workflow-execution"]],
	["decisions/start-timer.ts", ["decisions/start-timer"]],
])("%s is reached by what its table lists only", (path, rows) => {
	expect(importers.reachOf(join(model, path))).toEqual(new Set(rows));
});

test("what several operations use reaches each of them, and no other", () => {
	const reach = importers.reachOf(join(model, "list-executions.ts"));
	expect(reach).not.toBe("everything");
	expect([...reach].sort()).toEqual(
		["count-closed", "count-open", "list-closed", "list-open"].map((name) => `operations/${name}-workflow-executions`),
	);
});

test.each(["append.ts", "operations.ts", "effects/fire-timer.ts", "../wire/contract.ts"])("%s reaches everything", (path) => {
	expect(importers.reachOf(join(model, path))).toBe("everything");
});

test("what nothing imports reaches nothing, and what only its types are imported of neither", async () => {
	const folder = await mkdtemp(join(tmpdir(), "swf-conformance-"));
	const [used, user] = [join(folder, "used.ts"), join(folder, "operations.ts")];
	try {
		await writeFile(used, "export type A = 1;\nexport const a = 1;\n");
		await writeFile(user, 'import type { A } from "./used.ts";\nexport const b: A = 1;\n');
		const few = createImporters(folder);
		await few.take([used, user]);
		expect(few.reachOf(used)).toEqual(new Set());
		await writeFile(user, 'import { type A, a } from "./used.ts";\nexport const b: A = a;\n');
		await few.take([user]);
		expect(few.reachOf(used)).toEqual(new Set(["used"]));
	} finally {
		await rm(folder, { recursive: true });
	}
});
