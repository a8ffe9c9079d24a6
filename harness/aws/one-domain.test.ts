import { expect, test } from "vitest";
import { loadOwnCorpus } from "../cli/corpus.ts";
import { scenarioOf } from "../fixtures/stage.ts";
import { createDomainPool } from "../play/fixtures.ts";
import { domainRefusal } from "./one-domain.ts";

const register = scenarioOf('  - RegisterDomain: { name: $unique.x, workflowExecutionRetentionPeriodInDays: "1" }');
const deprecate = scenarioOf("  - DeprecateDomain: { name: $unique.x }");
const sent = scenarioOf("  - send: UndeprecateDomain\n    members: { name: 5 }\n    expect: { fault: SerializationException }");
const tag = scenarioOf('  - TagResource: { resourceArn: "arn", tags: [{ key: k }] }');
const tells = scenarioOf(
	"  - DescribeDomain: { name: $domains.main }\n    expect: { answer: { domainInfo: { status: REGISTERED } } }",
);
const start = scenarioOf("  - StartWorkflowExecution: {}");

test.each([register, deprecate, sent])(
	"a case that registers or deprecates domains is played only where it may have its own",
	(scenario) => {
		expect(domainRefusal(scenario, false, false)).toMatch("--own-domains");
		expect(domainRefusal(scenario, true, true)).toBeUndefined();
	},
);

test.each([tag, tells])(
	"a case that marks the domain, or tells how it was registered, is not played in one that was given",
	(scenario) => {
		expect(domainRefusal(scenario, true, true)).toMatch("not the run's own");
		expect(domainRefusal(scenario, false, false)).toBeUndefined();
	},
);

test("any other case is played in the one domain", () => {
	expect(domainRefusal(start, true, false)).toBeUndefined();
});

test("nine cases of ten are played in a domain that was given", async () => {
	const { scenarios } = await loadOwnCorpus();
	const played = scenarios.filter((scenario) => domainRefusal(scenario, true, false) === undefined);
	expect(played.length).toBeGreaterThan(0.9 * scenarios.length);
}, 60_000);

const retention = { workflowExecutionRetentionPeriodInDays: "1" };

test("the one domain is registered once, without a description, whoever asks and with whatever access key", async () => {
	const asked: unknown[] = [];
	const pool = createDomainPool("run", { domain: undefined });
	const ask = (key: string, description?: string) =>
		pool.domain(key, "main", { ...retention, ...(description === undefined ? {} : { description }) }, async (name, members) => {
			asked.push({ name, ...members });
			return undefined;
		});
	expect(await Promise.all([ask("first", "set apart"), ask("first"), ask("renewed", "set apart otherwise")])).toEqual(
		Array(3).fill("swf-conformance-run-1"),
	);
	expect(asked).toEqual([{ name: "swf-conformance-run-1", ...retention }]);
});

test("a domain that was given is registered by nobody and is not the run's to clear", async () => {
	const pool = createDomainPool("run", { domain: "theirs" });
	const never = () => Promise.reject(new Error("nobody registers it"));
	expect(await pool.domain("key", "main", retention, never)).toBe("theirs");
	expect(await pool.domain("key", "elsewhere", retention, async () => undefined)).toBe("swf-conformance-run-1");
});
