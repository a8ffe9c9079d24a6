import { defineConfig } from "vitest/config";

export default defineConfig({
	test: { include: ["{specs,harness,reports}/**/*.test.ts"], typecheck: { include: ["**/*.test-d.ts"] } },
});
