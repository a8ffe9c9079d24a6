import { shortened, visibleLine } from "../../reports/visible.ts";
import { type AskOnce, type Came, type Found, found } from "./found.ts";

/** Requests for which an answer is timed: few enough for any quota. */
const timed = 5;
/** Seconds that a clock may be off. A signature is refused by AWS at five minutes; times in histories are compared much earlier. */
const [concerningSkew, badSkew] = [30, 240];

const listing = { registrationStatus: "REGISTERED", maximumPageSize: 1 };

/** Whether it speaks SWF, how fast, what it says of itself, and whether it takes the credentials. The first is bad where nothing more can be asked. */
export async function examineService(ask: AskOnce): Promise<readonly Found[]> {
	const first = await ask("ListDomains", listing);
	const exchanges = [first];
	const { response, outcome } = first;
	if (response === undefined)
		return [
			found("http", "bad", `no answer to ListDomains (${outcome.kind === "transport" ? told(outcome.problem) : outcome.kind})`),
		];
	if (outcome.kind === "garbage") return [found("http", "bad", `it does not speak SWF: ${told(outcome.problem)}`)];
	while (exchanges.length < timed) exchanges.push(await ask("ListDomains", listing));
	return [
		found("http", "fine", `HTTP ${response.status}`),
		latencyOf(exchanges),
		...clockOf(exchanges, Date.now()),
		found("server", "fine", serverOf(response.headers)),
		credentialsIn(first),
	];
}

const told = (text: string): string => visibleLine(shortened(text, 200));

function latencyOf(exchanges: readonly Came[]): Found {
	const times = exchanges.map(({ durationMs }) => durationMs).sort((one, other) => one - other);
	const [least = 0, middle = 0, most = 0] = [times[0], times[Math.floor(times.length / 2)], times.at(-1)].map((time) =>
		Math.round(time ?? 0),
	);
	return found(
		"latency",
		middle > 1_000 ? "concern" : "fine",
		`${middle} ms in the middle of ${times.length}, ${least} to ${most} ms`,
	);
}

/** @param now milliseconds of this machine's clock when the last answer had come */
function clockOf(exchanges: readonly Came[], now: number): readonly Found[] {
	const date = exchanges.at(-1)?.response?.headers["date"];
	const theirs = date === undefined ? Number.NaN : Date.parse(date);
	if (Number.isNaN(theirs)) return [found("clock", "unknown", "its answers carry no date")];
	// A date has whole seconds: on the average half a second less than the time.
	const ahead = Math.round((theirs + 500 - now) / 1000);
	const off = Math.abs(ahead);
	const standing = off > badSkew ? "bad" : off > concerningSkew ? "concern" : "fine";
	return [found("clock", standing, off <= 1 ? "as here" : `${off} s ${ahead > 0 ? "ahead of" : "behind"} this machine's`)];
}

function serverOf(headers: Readonly<Record<string, string>>): string {
	const named = ["server", "x-powered-by", "via"].flatMap((name) =>
		headers[name] === undefined ? [] : [`${name}: ${told(headers[name])}`],
	);
	const ids = headers["x-amzn-requestid"] === undefined ? ["no x-amzn-requestid"] : [];
	return [...named, ...ids].join("; ") || "says nothing of itself";
}

/** Codes by which AWS and those who imitate it refuse a signature. */
const refusals =
	/Signature|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|ExpiredToken|MissingAuthenticationToken|AuthFailure|RequestExpired/i;

function credentialsIn({ outcome }: Came): Found {
	if (outcome.kind === "fault" && refusals.test(outcome.type))
		return found("credentials", "bad", `refused with ${told(outcome.type)}`);
	return found("credentials", "fine", "accepted");
}

/** Whether signatures are looked at, by what came of one made with another secret. */
export function signaturesIn({ outcome }: Pick<Came, "outcome">): Found {
	if (outcome.kind === "fault" && refusals.test(outcome.type)) return found("signatures", "fine", "a wrong one is refused");
	if (outcome.kind === "answer") return found("signatures", "concern", "not verified: a wrong one is accepted");
	return found(
		"signatures",
		"unknown",
		outcome.kind === "fault" ? `a wrong one gets ${told(outcome.type)}` : told(outcome.problem),
	);
}
