import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standIns } from "../fixtures/sdk-stand-ins.ts";
import { probes } from "../sdk-gate/probes/probes.ts";
import { type SdkGateFlags, sdkGateCommand } from "./sdk-gate-command.ts";
import { type Terminal, UsageError } from "./terminal.ts";

const builds = standIns();
const same = builds.build("same");
const broken = builds.build("broken", "delete exports.UnknownResourceFault;");
const changed = builds.build("changed", "exports.New = 1;");
const hostile = builds.build("hostile", 'exports["<script>|`\\u001b[31m"] = 1; delete exports.UnknownResourceFault;');
const few = probes.filter(({ id }) => /^requests\/DescribeDomain\/(minimal|full)$/.test(id));

let folder = "";
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "sdk-gate-"));
});
afterAll(async () => {
	builds.remove();
	await rm(folder, { recursive: true });
});

async function gate(candidate: string, flags: Partial<SdkGateFlags> = {}, interrupt = new AbortController().signal) {
	let out = "";
	let err = "";
	const terminal: Terminal = {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		...{ isLive: false, color: false, width: 100 },
	};
	const code = await sdkGateCommand(
		{ baseline: same, candidate, format: "text", suites: false, ...flags },
		{ terminal, interrupt, probes: few },
	);
	return { code, out, err };
}

describe("sdk-gate", () => {
	test.each([
		["nothing differs", same, 0],
		["nothing breaks", changed, 0],
		["something breaks", broken, 1],
	])("ends with its code where %s", async (_, candidate, code) => {
		expect((await gate(candidate)).code).toBe(code);
	});

	test("says in text what breaks and how much was tried", async () => {
		const { out, err } = await gate(broken);
		expect(err).toMatch(/^2 probes through \S+ and \S+\n$/);
		expect(out).toContain("breaking  export-removed: 1 difference\n          a program that imports it gets undefined\n");
		expect(out).toContain(
			"            build/export/UnknownResourceFault UnknownResourceFault\n              - true\n              + false\n",
		);
		expect(out.trimEnd().split("\n").at(-1)).toBe("2 probes through both: 1 breaking, 0 rules changed, 0 harmless");
	});

	test("goes by the accepted differences, and tells of those that accept nothing", async () => {
		const accepted = join(folder, "accepted.yaml");
		const entry = (rule: string) => `  - { rule: ${rule}, reason: nobody imports it }\n`;
		await writeFile(accepted, `accepted:\n${entry("export-removed")}${entry("header-removed")}`);
		const { code, out } = await gate(broken, { accepted });
		expect(code).toBe(0);
		expect(out).toContain("export-removed: 1 difference, 1 accepted");
		expect(out).toContain("line 3 of the accepted differences accepts nothing: header-removed; take it away\n");
		expect(out).toContain("0 breaking and 1 accepted");
	});

	test("writes JSON to a file in a folder that it makes", async () => {
		const file = join(folder, "new/report.json");
		const { out, err } = await gate(broken, { format: "json", out: file });
		expect(out).toBe("");
		expect(err).toContain(`report in ${file}\n`);
		const report = JSON.parse(await readFile(file, "utf8"));
		expect(report).toMatchObject({
			...{ report: "swf-conformance sdk-gate", format: 1, breaking: 1, tried: { probes: 2, cases: 0 }, stale: [] },
			candidate: {
				path: broken,
				version: expect.stringMatching(/^3\./),
				packages: { "@aws-sdk/client-swf": report.candidate.version },
			},
			rules: [{ rule: "export-removed", effect: "breaking", differences: [{ probes: ["build/export/UnknownResourceFault"] }] }],
		});
	});

	test.each(["text", "markdown"] as const)("shows in %s what a build says as text", async (format) => {
		const { out } = await gate(hostile, { format });
		expect(out).toContain("script");
		expect(out).not.toContain("\u001b");
		if (format === "markdown") expect(out).not.toContain("<script>");
	});

	test("plays the suites with both where it is asked to", async () => {
		const { out, code } = await gate(builds.build("slow", "delete exports.DeleteActivityTypeCommand;"), {
			suites: true,
			cases: ["types/an-unknown-type-is-refused"],
		});
		expect(code).toBe(1);
		expect(out).toMatch(
			/breaking {2}case-fares-worse: 1 difference\n.*\n +suites\/types\/an-unknown-type-is-refused:delete-activity-type the client cannot express DeleteActivityType/,
		);
		expect(out).toMatch(/- pass\n +\+ unsupported\n/);
	}, 60_000);

	test.each([
		["a folder without a build", { candidate: tmpdir() }, /^\S+: there is no @aws-sdk\/client-swf in it/],
		[
			"a file of accepted differences that is not there",
			{ accepted: "nowhere.yaml" },
			/^--accepted nowhere.yaml: cannot be read, no such file/,
		],
	])("refuses %s in one line", async (_, flags, message) => {
		await expect(gate(same, flags)).rejects.toThrow(UsageError);
		await expect(gate(same, flags)).rejects.toThrow(message);
	});

	test("says nothing of half a comparison", async () => {
		expect(await gate(same, {}, AbortSignal.abort(new Error("stop")))).toMatchObject({ code: 130, out: "" });
	});
});
