import { defineConfig } from "vitest/config";

const source = (file: string) => new URL(file, import.meta.url).pathname;

export default defineConfig({
	// Tests that show how the package is used import it by name, and get its sources.
	resolve: {
		alias: {
			"swf-conformance/msw": source("harness/msw.ts"),
			"swf-conformance/model": source("specs/model.ts"),
			"swf-conformance/vitest": source("harness/vitest.ts"),
		},
	},
	test: {
		include: ["{specs,harness,reports}/**/*.test.ts"],
		typecheck: { include: ["**/*.test-d.ts"] },
		// Some start processes, which takes long on a machine that does much else.
		testTimeout: 30_000,
		// Many wait for processes and for deadlines of theirs; left to itself Vitest leaves a processor free.
		maxWorkers: "100%",
	},
});
