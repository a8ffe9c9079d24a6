import { expect, test } from "vitest";
import { caseOf, rendered, richReport } from "../fixtures/load.ts";
import { renderers } from "../renderers.ts";
import type { CaseReport, Report, ReportSource } from "../report.ts";
import { byId, sourceOf } from "../report-source.ts";
import { suitesDigest } from "../suites-digest.ts";
import { summarize } from "../summarize.ts";
import { missingShards, type Part, problemsOf } from "./belonging.ts";
import { mergeReports } from "./merge-reports.ts";

const textOf = async (source: ReportSource, format: keyof typeof renderers): Promise<string> => {
	let text = "";
	for await (const chunk of renderers[format].render(source)) text += chunk;
	return text;
};

/** The report with the digest that its cases have together. */
async function whole(cases?: readonly CaseReport[]): Promise<Report> {
	const { unmet: _, ...rich } = await richReport();
	const sorted = (cases ?? rich.cases).map((one) => ({ ...one, digest: `digest of ${one.id}` })).toSorted(byId);
	const kit = { ...rich.kit, suites: suitesDigest(sorted) };
	const command = "swf-conformance run --target moto --expectations known/moto.yaml";
	return { ...rich, command, kit, cases: sorted, summary: summarize(sorted), interrupted: false };
}

/** What runs of each part would have written. */
const shardsOf = (report: Report, of: number): readonly Report[] =>
	Array.from({ length: of }, (_, number) => {
		const cases = report.cases.filter((__, index) => index % of === number);
		const named = new Set(cases.flatMap(({ clauses, findings }) => [...clauses, ...findings.map(({ clause }) => clause)]));
		return {
			...report,
			...{ cases, summary: summarize(cases), shard: { index: number + 1, of } },
			command: report.command?.replace(" run", ` run --shard ${number + 1}/${of}`) ?? "",
			clauses: Object.fromEntries(Object.entries(report.clauses).filter(([id]) => named.has(id))),
		};
	});

const partsOf = (reports: readonly Report[]): readonly Part[] =>
	reports.map((report, index) => ({ file: `${index + 1}.json`, report: sourceOf(report) }));

const merge = (reports: readonly Report[], isPartial = false) => mergeReports(reports.map(sourceOf), isPartial, () => ({}));

test.each([1, 2, 5, 20])("the reports of %i shards, in whatever order, join to the whole in every format", async (of) => {
	const report = await whole();
	const shards = shardsOf(report, of);
	expect(problemsOf(partsOf(shards), false)).toEqual([]);
	for (const format of Object.keys(renderers) as readonly (keyof typeof renderers)[]) {
		const expected = await rendered(renderers[format].render, report);
		expect(await textOf(merge(shards.toReversed()), format)).toBe(expected);
	}
});

test("the whole began with the first shard, ended with the last, and was interrupted if one was", async () => {
	const [one, two, three] = shardsOf(await whole(), 3);
	if (one === undefined || two === undefined || three === undefined) throw new Error("three shards were asked for");
	const late = { ...one, started: "2026-01-02T04:00:00.000Z", ended: "2026-01-02T05:00:00.000Z" };
	const { frame } = merge([late, two, { ...three, interrupted: true }]);
	expect(frame).toMatchObject({ started: two.started, ended: late.ended, interrupted: true });
	expect(merge([one, two]).frame.interrupted).toBe(false);
	expect(merge([one, two], true).frame.interrupted).toBe(true);
});

test("servers are those of all shards, and the skew is the one in the middle", async () => {
	const [one, two, three] = shardsOf(await whole(), 3);
	if (one === undefined || two === undefined || three === undefined) throw new Error("three shards were asked for");
	const { answers: _, ...silent } = three;
	const told = [
		{ ...one, answers: { servers: ["b", "a"], skewSeconds: 9 } },
		{ ...two, answers: { servers: ["a", "c"], skewSeconds: -1 } },
	];
	expect(merge([...told, silent]).frame.answers).toEqual({ servers: ["a", "b", "c"], skewSeconds: -1 });
	expect(merge([silent]).frame.answers).toBeUndefined();
});

test("what no shard could decide is decided of the cases of all", async () => {
	const report = await whole();
	let seen: readonly string[] = [];
	const { frame } = mergeReports(shardsOf(report, 3).map(sourceOf), false, ({ entries }) => {
		seen = entries.map(({ id }) => id);
		return { unmet: ["known.yaml:1:1: x"] };
	});
	expect(seen).toEqual(report.cases.map(({ id }) => id));
	expect(frame.unmet).toEqual(["known.yaml:1:1: x"]);
});

test("a reader that stops early leaves no shard open", async () => {
	const left: string[] = [];
	const shards = shardsOf(await whole(), 2).map((report, index) => {
		const source = sourceOf(report);
		return {
			...source,
			async *cases(wanted?: Parameters<ReportSource["cases"]>[0]) {
				try {
					yield* source.cases(wanted);
				} finally {
					left.push(`${index}`);
				}
			},
		};
	});
	for await (const one of mergeReports(shards, false, () => ({})).cases()) if (one.id !== "") break;
	// One that was never begun needs no end.
	expect(left).toEqual(["0"]);
});

const changed: readonly (readonly [member: string, (report: Report) => Report])[] = [
	["kit.version", (one) => ({ ...one, kit: { ...one.kit, version: "9" } })],
	["kit.node", (one) => ({ ...one, kit: { ...one.kit, node: "9" } })],
	["kit.suites", (one) => ({ ...one, kit: { ...one.kit, suites: "9" } })],
	["target.name", (one) => ({ ...one, target: { ...one.target, name: "9" } })],
	["target.region", (one) => ({ ...one, target: { ...one.target, region: "9" } })],
	["target.version", (one) => ({ ...one, target: { ...one.target, version: "9" } })],
	["target.image.id", (one) => ({ ...one, target: { ...one.target, image: { name: "motoserver/moto:5.2.5", id: "9" } } })],
	["client.name", (one) => ({ ...one, client: { ...one.client, name: "9" } })],
	["client.version", (one) => ({ ...one, client: { ...one.client, version: "9" } })],
	["client.packages", (one) => ({ ...one, client: { ...one.client, packages: { a: "9" } } })],
	["clock", (one) => ({ ...one, clock: "virtual" })],
	["expectations", (one) => ({ ...one, expectations: "9" })],
	["expectationsDigest", ({ expectationsDigest: _, ...one }) => one],
	["shard.of", (one) => ({ ...one, shard: { index: 2, of: 9 } })],
	["profiles", (one) => ({ ...one, profiles: [{ name: "core" } as unknown as NonNullable<Report["profiles"]>[number]] })],
];

test.each(changed)("a shard whose %s is another is refused by that name, with its file", async (member, change) => {
	const [one, two] = shardsOf(await whole(), 2);
	if (one === undefined || two === undefined) throw new Error("two shards were asked for");
	const problems = problemsOf(partsOf([one, change(two)]), false);
	expect(problems.filter((line) => line.startsWith(`2.json: ${member} is `) && line.endsWith(" in 1.json"))).toHaveLength(1);
});

test("a port of the shard's own machine, and the address of what was started for the run, may be another", async () => {
	const { target, ...report } = await whole();
	const { image, ...plain } = target;
	const at = (endpoint: string, its: Report["target"]) =>
		partsOf(
			shardsOf({ ...report, target: plain }, 2).map((one, index) =>
				index === 0 ? { ...one, target: its } : { ...one, target: { ...its, endpoint } },
			),
		);
	expect(problemsOf(at("http://127.0.0.1:5001", plain), false)).toEqual([]);
	expect(problemsOf(at("http://10.0.0.9:5000", plain), false)).toEqual([
		'2.json: target.endpoint is "http://10.0.0.9:5000", and "http://127.0.0.1" in 1.json',
	]);
	if (image === undefined) throw new Error("the rich report is of an image");
	expect(problemsOf(at("http://10.0.0.9:5000", target), false)).toEqual([]);
});

test("a report of no shard, a shard twice, a shard that is missing and a case that is in two are refused", async () => {
	const report = await whole();
	const [one, two] = shardsOf(report, 2);
	if (one === undefined || two === undefined) throw new Error("two shards were asked for");
	expect(problemsOf(partsOf([report]), false)).toEqual(["1.json: no shard; joined are reports of run --shard"]);
	expect(problemsOf(partsOf([one, two, one]), false)).toEqual([
		"3.json: shard 1 of 2 once more, after 1.json",
		`3.json: the case ${one.cases[0]?.id} is in 1.json too`,
	]);
	expect(problemsOf(partsOf([two]), false)).toEqual(["shard 1 of 2 is missing; give its report, or say --partial"]);
	expect(problemsOf(partsOf([two]), true)).toEqual([]);
	expect(missingShards(partsOf([two]))).toEqual(["shard 1 of 2"]);
});

test("shards that together have other cases than were to be played are refused", async () => {
	const [one, two] = shardsOf(await whole(), 2);
	if (one === undefined || two === undefined) throw new Error("two shards were asked for");
	const fewer = { ...two, cases: two.cases.slice(1), summary: summarize(two.cases.slice(1)) };
	expect(problemsOf(partsOf([one, fewer]), false)).toEqual([expect.stringContaining("are not those that were to be played")]);
});

test("what stands in a report is one line of a message, whatever it is", async () => {
	const report = await whole([caseOf({ id: "a\nb\u001b[2J" })]);
	const shard = { ...report, shard: { index: 1, of: 1 } };
	const other = { ...shard, client: { name: "\u001b[2J\n", version: "x".repeat(1_000) } };
	for (const line of problemsOf(partsOf([shard, other]), false)) {
		expect(line).toMatch(/^\P{Cc}+$/u);
		expect(line.length).toBeLessThan(600);
	}
});

test("what is no report at all cannot be joined", () => {
	expect(problemsOf([], false)).toEqual(["no report to join"]);
});
