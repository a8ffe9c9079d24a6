import { compareValues } from "./compare-values.ts";
import { type Found, found, unlike } from "./difference.ts";
import type { Observation, Result } from "./observation.ts";

/** In what differs what programs got from two builds for one probe. Of calls in a row the last is compared: the others tell how often was tried. */
export function compareResults(baseline: Observation, candidate: Observation): readonly Found[] {
	const [one, other] = [baseline.results.at(-1), candidate.results.at(-1)];
	if (one === undefined || other === undefined) return [];
	const [wasSent, isSent] = [baseline.requests.length > 0, candidate.requests.length > 0];
	if (wasSent !== isSent) return [found("sent", wasSent ? "sent" : tell(one), isSent ? "sent" : tell(other))];
	if (one.kind === "answer" && other.kind === "answer") {
		return [...compareValues("output", one.output, other.output), ...compareMetadata(one, other)];
	}
	if (one.kind === "error" && other.kind === "error") return [...compareErrors(one, other), ...compareMetadata(one, other)];
	return [found("result", tell(one), tell(other))];
}

const tell = (result: Result): string => (result.kind === "answer" ? "an answer" : `${result.name}: ${result.message}`);

type Thrown = Extract<Result, { readonly kind: "error" }>;

/** An error of another nature has another name, text and side, and none of that is a difference of its own. */
const compareErrors = (one: Thrown, other: Thrown): readonly Found[] =>
	one.isServiceException === other.isServiceException
		? compareAlike(one, other)
		: unlike("error-is-service-exception", one.isServiceException, other.isServiceException);

const compareAlike = (one: Thrown, other: Thrown): readonly Found[] => [
	...unlike("error-name", one.name, other.name),
	// A class that goes with the name is no difference of its own.
	...(one.name === other.name ? unlike("error-class", one.className, other.className) : []),
	...unlike("error-message", one.message, other.message),
	...unlike("error-side", one.side, other.side),
	...compareKeys(one.keys, other.keys),
];

/** Keys that only one of the two errors has as its own. */
const compareKeys = (one: readonly string[], other: readonly string[]): readonly Found[] => [
	...one.filter((key) => !other.includes(key)).map((key) => found("error-keys", true, false, key)),
	...other.filter((key) => !one.includes(key)).map((key) => found("error-keys", false, true, key)),
];

const compareMetadata = (one: Result, other: Result): readonly Found[] => {
	const { attempts: _one, ...before } = one.metadata;
	const { attempts: _other, ...after } = other.metadata;
	return compareValues("metadata", before, after);
};
