import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { suiteOf } from "../../reports/summarize.ts";
import { loadOwnCorpus, packageRoot } from "../cli/corpus.ts";
import { freezeFile, readCatalog, readFreeze } from "./catalog.ts";
import { digestOfFreeze, freezeNow, freezeText } from "./freeze.ts";
import { membersIn, membersOf } from "./members.ts";
import { findProfiles, frozenProfile } from "./profiles.ts";

const catalog = await readCatalog(packageRoot);
const { scenarios } = await loadOwnCorpus();
const ids = new Set(scenarios.map(({ id }) => id));
const versions = Object.keys(catalog.versions);
const find = async (name: string) => {
	const [profile] = await findProfiles([name], packageRoot, scenarios);
	if (profile === undefined) throw new Error(`${name} was not found`);
	return profile;
};

describe("the catalog", () => {
	const ajv = new Ajv2020().addSchema(JSON.parse(readFileSync("specs/profiles.schema.json", "utf8")));

	test("fits its published schema, as do all freezes", async () => {
		expect(ajv.validate("urn:swf-conformance:profiles:1", catalog), ajv.errorsText()).toBe(true);
		for (const version of versions)
			expect(ajv.validate("urn:swf-conformance:profiles:1#/$defs/freeze", await readFreeze(packageRoot, version))).toBe(true);
	});

	test("has no profile of the name of a suite, since that is one too", () => {
		const suites = new Set(scenarios.map(suiteOf));
		expect(Object.keys(catalog.profiles).filter((name) => suites.has(name))).toEqual([]);
	});

	test("means some case by each of its patterns", () => {
		for (const { cases, except = [] } of Object.values(catalog.profiles))
			for (const pattern of [...cases, ...except])
				expect([...ids].some((id) => pattern === "**" || id.startsWith(pattern.replace("**", "")))).toBe(true);
	});
});

describe.each(versions)("version %s", (version) => {
	test("is as it was frozen", () => {
		expect(digestOfFreeze(readFileSync(freezeFile(packageRoot, version), "utf8"))).toBe(catalog.versions[version]?.digest);
	});

	test("tells of each of its cases that the suites have no more what became of it", async () => {
		const gone = membersOf(await readFreeze(packageRoot, version)).filter(({ id }) => !ids.has(id));
		expect(gone.filter(({ id }) => !ids.has(catalog.renamed[id] ?? "") && !Object.hasOwn(catalog.removed, id))).toEqual([]);
	});
});

describe("a profile as it is now", () => {
	test("of level MUST requires nothing that was only observed", async () => {
		const { required } = await find("core");
		expect(required).toContain("termination/a-terminated-execution-is-closed-as-terminated");
		expect(required).not.toContain("termination/a-termination-without-reason-and-details-records-none");
		expect(required).not.toContain("contract/every-success-has-status-200");
	});

	test("that leaves out a suite requires none of it", async () => {
		const { required } = await find("complete");
		expect(required).toContain("termination/a-termination-without-reason-and-details-records-none");
		expect([...required].filter((id) => id.startsWith("wire/"))).toEqual([]);
	});

	test("of level MAY requires every case", async () => {
		expect((await find("strict")).required).toEqual(ids);
	});

	test("is any suite too", async () => {
		const { required } = await find("timers");
		expect([...required].every((id) => id.startsWith("timers/"))).toBe(true);
		expect(required).not.toContain("timers/a-timer-cancelled-and-started-in-one-batch");
	});
});

describe("a frozen profile", () => {
	const freeze = freezeNow({ ...catalog, versions: {} }, scenarios, "2026-01-02");
	const members = membersIn(scenarios);
	const id = "termination/a-terminated-execution-is-closed-as-terminated";
	const others = members.filter((member) => member.id !== id);
	const added = { id: "termination/a-new-claim", level: "MUST", digest: "new" } as const;

	test("is what it was, read from its text", () => {
		expect(
			membersOf(JSON.parse(freezeText(freeze)))
				.map((each) => each.id)
				.sort(),
		).toEqual([...ids].sort());
	});

	test("does not require what was added after, and tells it", () => {
		const { required, addedAfter } = frozenProfile("core", freeze, catalog, [...members, added]);
		expect(addedAfter).toEqual([added.id]);
		expect(required).not.toContain(added.id);
	});

	test("tells of a case that is gone, and does not require it", () => {
		expect(frozenProfile("core", freeze, { renamed: {} }, others)).toMatchObject({ removed: [id] });
	});

	test("follows a case that was renamed", () => {
		const renamed = { ...added, digest: freeze.scenarios[id]?.digest ?? "" };
		const { required, ...told } = frozenProfile("core", freeze, { renamed: { [id]: added.id } }, [...others, renamed]);
		expect(required).toContain(added.id);
		expect(told).toMatchObject({ addedAfter: [], removed: [], rewritten: [] });
	});

	test("tells of a case whose scenario is another one, and requires it", () => {
		const { required, rewritten } = frozenProfile("core", freeze, catalog, [...others, { ...added, id }]);
		expect(rewritten).toEqual([id]);
		expect(required).toContain(id);
	});
});

test.each([
	["kern", "--profile kern: expected core, complete, strict or the name of a suite."],
	["timer", "Did you mean timers?"],
	["core@99", "--profile core@99: there is no version 99; expected a number from 1 to "],
	["core@1@2", "there is no version 1"],
	["core@toString", "there is no version toString"],
])("the name %s is refused and what there is is told", async (name, told) => {
	await expect(findProfiles([name], packageRoot, scenarios)).rejects.toThrow(told);
});
