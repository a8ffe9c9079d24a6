import { shardText, skewText } from "../figures.ts";
import type { ReportFrame } from "../report.ts";
import type { Markup } from "./markup.ts";

/** What was measured, with what, when and by which command. */
export const runFacts = (frame: ReportFrame): Markup => [
	"dl",
	{ class: "facts" },
	...factsOf(frame).map(([name, ...inner]): Markup => ["div", {}, ["dt", {}, name], ["dd", {}, ...inner]]),
];

function factsOf(frame: ReportFrame): readonly Fact[] {
	const { kit, target, client, clock, command, shard, started, ended, answers, expectations, expectationsDigest } = frame;
	const version = target.version === undefined ? "" : `, version ${target.version}`;
	return [
		["Target", code(target.name), " at ", code(target.endpoint), `, region ${target.region}${version}`],
		...ifThere(target.image, (image): Fact => ["Image", code(image.name), ", ", code(image.digest ?? image.id)]),
		["Client", code(client.name), ` ${client.version}`, ...packagesOf(client.packages)],
		...ifThere(answers?.servers, (servers): Fact => ["Server", ...servers.flatMap((each) => [code(each), " "])]),
		["Clock", `${clock}${skewText(frame)}`],
		["Kit", `${kit.version}, Node ${kit.node}, suites `, code(kit.suites)],
		...ifThere(shard, (part): Fact => ["Part", shardText(part)]),
		["Run", ["time", { datetime: started }, started], " to ", ["time", { datetime: ended }, ended]],
		...ifThere(expectations, (file): Fact => ["Expectations", code(file), " ", code(expectationsDigest ?? "")]),
		...ifThere(command, (text): Fact => ["Command", code(text)]),
	];
}

type Fact = readonly [name: string, ...Markup[]];

const code = (text: string): Markup => ["code", {}, text];

const ifThere = <Value>(value: Value | undefined, said: (value: Value) => Fact): readonly Fact[] =>
	value === undefined ? [] : [said(value)];

function packagesOf(packages: ReportFrame["client"]["packages"] = {}): readonly Markup[] {
	const each = Object.entries(packages).map(([name, version]): Markup => ["li", {}, ["code", {}, `${name}@${version}`]]);
	return each.length === 0
		? []
		: [["details", {}, ["summary", {}, `${each.length} package${each.length === 1 ? "" : "s"}`], ["ul", {}, ...each]]];
}
