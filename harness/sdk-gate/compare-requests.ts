import type { Json } from "../../specs/wire/json.ts";
import { compareValues } from "./compare-values.ts";
import { type Found, found, unlike } from "./difference.ts";
import type { Observation, SentRequest } from "./observation.ts";

/** In what differs what two builds sent for one probe. */
export function compareRequests(baseline: Observation, candidate: Observation): readonly Found[] {
	const isAsOften = baseline.requests.length === candidate.requests.length;
	// Of calls in a row that were tried more or less often only the first attempts belong together.
	const first = isAsOften || baseline.results.length === 1 ? baseline.requests : baseline.requests.slice(0, 1);
	const pairs = first.flatMap((one, index) => {
		const other = candidate.requests[index];
		return other === undefined ? [] : [[one, other] as const];
	});
	const offsets = ({ requests }: Observation) => requests.map(({ clockOffsetSeconds }) => clockOffsetSeconds);
	const connections = ({ requests }: Observation) => new Set(requests.map(({ connection }) => connection)).size;
	return [
		...once(pairs.flatMap(([one, other]) => compareRequest(one, other))),
		...(baseline.bodyType === undefined || candidate.bodyType === undefined
			? []
			: unlike("body-type", baseline.bodyType, candidate.bodyType)),
		...unlike("clock-offset", offsets(baseline).slice(0, pairs.length), offsets(candidate).slice(0, pairs.length)),
		...(isAsOften ? unlike("connection", connections(baseline), connections(candidate)) : []),
		...(baseline.agent === undefined || candidate.agent === undefined
			? []
			: compareValues("connections-allowed", baseline.agent, candidate.agent)),
		...unlike("attempts", baseline.requests.length, candidate.requests.length),
		...compareWaits(baseline, candidate),
	];
}

/** The pauses that both made, and those before giving up, where nothing is tried again. */
function compareWaits(baseline: Observation, candidate: Observation): readonly Found[] {
	const before = (then: "attempt" | "failure") => (of: Observation) =>
		of.waits.filter((wait) => wait.then === then).map(({ milliseconds }) => milliseconds);
	const [one, other] = [baseline, candidate].map(before("attempt"));
	const most = Math.min(one?.length ?? 0, other?.length ?? 0);
	const total = (of: Observation) => before("failure")(of).reduce((sum, wait) => sum + wait, 0);
	return [
		...unlike("waits", one?.slice(0, most), other?.slice(0, most)),
		...unlike("waits-before-failure", total(baseline), total(candidate)),
	];
}

/** Attempts of one call differ alike; the first that does tells it. */
const once = (differences: readonly Found[]): readonly Found[] => [
	...new Map(differences.map((each) => [`${each.aspect} ${each.at}`, each] as const).reverse()).values(),
];

function compareRequest(one: SentRequest, other: SentRequest): readonly Found[] {
	return [
		...unlike("request-line", one.line, other.line),
		...compareHeaders(one.headers, other.headers),
		...unlike("signature", one.signature, other.signature),
		...compareBodies(one.body, other.body),
	];
}

function compareHeaders(one: SentRequest["headers"], other: SentRequest["headers"]): readonly Found[] {
	const names = (headers: SentRequest["headers"]) => headers.map(([name]) => name);
	const shared = (headers: SentRequest["headers"], within: SentRequest["headers"]) =>
		names(headers).filter((name) => names(within).includes(name));
	const valuesOf = (headers: SentRequest["headers"], name: string): Json | undefined => {
		const values = headers.flatMap(([own, value]) => (own === name ? [value] : []));
		return values.length === 0 ? undefined : values.join(", ");
	};
	return [
		...[...new Set([...names(one), ...names(other)])].flatMap((name) =>
			unlike("header", valuesOf(one, name), valuesOf(other, name), name),
		),
		...unlike("header-order", shared(one, other), shared(other, one)),
	];
}

function compareBodies(one: string, other: string): readonly Found[] {
	if (one === other) return [];
	const [baseline, candidate] = [parsed(one), parsed(other)];
	if (baseline === undefined || candidate === undefined) {
		const isSame = baseline === undefined && candidate === undefined;
		return isSame ? [found("body-value", one, other)] : [found("body-is-json", baseline !== undefined, candidate !== undefined)];
	}
	const values = compareValues("body-value", baseline, candidate);
	return values.length > 0 ? values : [found("body-text", one, other)];
}

function parsed(body: string): Json | undefined {
	try {
		return JSON.parse(body) as Json;
	} catch {
		// Not JSON: that is told as such.
		return undefined;
	}
}
