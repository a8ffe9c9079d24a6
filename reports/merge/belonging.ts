import { shardText } from "../figures.ts";
import type { ReportFrame, ReportSource } from "../report.ts";
import { suitesDigest } from "../suites-digest.ts";
import { shortened, visibleLine } from "../visible.ts";

/** A report that is to be joined with others, and the file that it came from. */
export interface Part {
	readonly file: string;
	readonly report: ReportSource;
}

/**
 * Why reports cannot be joined to one, a line each that names the file and what differs; empty where they can.
 *
 * @param partial whether shards may be missing, and others cut off
 */
export function problemsOf(parts: readonly Part[], partial: boolean): readonly string[] {
	const [first, ...others] = parts;
	if (first === undefined) return ["no report to join"];
	const unlike = others.flatMap((part) => differencesOf(part, first));
	const problems = [...unlike, ...misnumbered(parts, partial), ...caseTwice(parts)];
	if (problems.length > 0 || partial) return problems;
	const { suites } = first.report.frame.kit;
	return suitesDigest(parts.flatMap(({ report }) => report.entries)) === suites
		? []
		: [
				`the cases of all reports together are not those that were to be played (kit.suites ${shown(suites)}); each run has to split by the same durations`,
			];
}

/** What has to be the same in the reports of all shards, by the name that the report has for it. */
const members = {
	"kit.version": ({ kit }) => kit.version,
	"kit.node": ({ kit }) => kit.node,
	"kit.suites": ({ kit }) => kit.suites,
	"target.name": ({ target }) => target.name,
	"target.endpoint": ({ target }) => (target.image === undefined ? withoutOwnPort(target.endpoint) : undefined),
	"target.region": ({ target }) => target.region,
	"target.version": ({ target }) => target.version,
	"target.image.name": ({ target }) => target.image?.name,
	"target.image.id": ({ target }) => target.image?.id,
	"target.image.digest": ({ target }) => target.image?.digest,
	"client.name": ({ client }) => client.name,
	"client.version": ({ client }) => client.version,
	"client.packages": ({ client }) => client.packages && Object.entries(client.packages).sort(),
	clock: ({ clock }) => clock,
	expectations: ({ expectations }) => expectations,
	expectationsDigest: ({ expectationsDigest }) => expectationsDigest,
	"shard.of": ({ shard }) => shard?.of,
} satisfies Record<string, (frame: ReportFrame) => unknown>;

/** A port of the machine that a shard ran on may be another on each; what was started for a run has an address of its own anyway. */
const withoutOwnPort = (endpoint: string): string =>
	endpoint.replace(/^(https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])):\d+/, "$1");

function differencesOf({ file, report }: Part, first: Part): readonly string[] {
	const asked = { profiles: ({ profiles }: ReportFrame) => profiles?.map(({ name }) => name) };
	// What was said at the end is not known of a file without one.
	const all = report.isCut === true || first.report.isCut === true ? members : { ...members, ...asked };
	return Object.entries(all).flatMap(([name, of]) => {
		const [its, other] = [shown(of(report.frame)), shown(of(first.report.frame))];
		return its === other ? [] : [`${file}: ${name} is ${its}, and ${other} in ${first.file}`];
	});
}

const shown = (value: unknown): string => (value === undefined ? "absent" : shortened(visibleLine(JSON.stringify(value)), 200));

function misnumbered(parts: readonly Part[], partial: boolean): readonly string[] {
	const seen = new Map<number, string>();
	const problems = parts.flatMap(({ file, report: { frame } }) => {
		if (frame.shard === undefined) return [`${file}: no shard; joined are reports of run --shard`];
		const before = seen.get(frame.shard.index);
		seen.set(frame.shard.index, file);
		return before === undefined ? [] : [`${file}: ${shardText(frame.shard)} once more, after ${before}`];
	});
	const missing = partial ? [] : missingShards(parts);
	return [...problems, ...missing.map((text) => `${text} is missing; give its report, or say --partial`)];
}

/** The shards of which there is no report, as `shard 3 of 5`. */
export function missingShards(parts: readonly Part[]): readonly string[] {
	const shards = parts.flatMap(({ report }) => report.frame.shard ?? []);
	const of = shards[0]?.of ?? 0;
	const there = new Set(shards.map(({ index }) => index));
	return Array.from({ length: of }, (_, index) => index + 1)
		.filter((index) => !there.has(index))
		.map((index) => shardText({ index, of }));
}

function caseTwice(parts: readonly Part[]): readonly string[] {
	const seen = new Map<string, string>();
	for (const { file, report } of parts)
		for (const { id } of report.entries) {
			const before = seen.get(id);
			if (before !== undefined) return [`${file}: the case ${shortened(visibleLine(id), 200)} is in ${before} too`];
			seen.set(id, file);
		}
	return [];
}
