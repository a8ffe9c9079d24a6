import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		root: new URL("../..", import.meta.url).pathname,
		include: [".ci/page/*.test.ts"],
		testTimeout: 180_000,
		// A browser each; two processors have enough to do with one.
		fileParallelism: false,
	},
});
