import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { type Aspect, type Found, found } from "./difference.ts";
import { isDate } from "./plain.ts";

/** Member by member, in what two values differ; the order of members says nothing. */
export function compareValues(
	aspect: Aspect,
	baseline: Json | undefined,
	candidate: Json | undefined,
	at = "",
): readonly Found[] {
	if (isList(baseline) && isList(candidate)) return compareLists(aspect, baseline, candidate, at);
	if (isPlain(baseline) && isPlain(candidate)) {
		const members = [...new Set([...Object.keys(baseline), ...Object.keys(candidate)])];
		return members.flatMap((member) =>
			compareValues(aspect, own(baseline, member), own(candidate, member), at === "" ? member : `${at}.${member}`),
		);
	}
	return JSON.stringify(baseline) === JSON.stringify(candidate) ? [] : [found(aspect, baseline, candidate, at)];
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isPlain = (value: Json | undefined): value is { readonly [member: string]: Json } => isJsonObject(value) && !isDate(value);
const own = (value: { readonly [member: string]: Json }, member: string) =>
	Object.hasOwn(value, member) ? value[member] : undefined;

/** Items that one side dropped because they were null are told as one difference: what follows them is compared all the same. */
function compareLists(aspect: Aspect, baseline: readonly Json[], candidate: readonly Json[], at: string): readonly Found[] {
	const nulls = (list: readonly Json[]) => list.filter((item) => item === null).length;
	const isDropped = baseline.length !== candidate.length && nulls(baseline) !== nulls(candidate);
	const [one, other] = isDropped
		? [baseline, candidate].map((list) => list.filter((item) => item !== null))
		: [baseline, candidate];
	const items = Array.from({ length: Math.max(one?.length ?? 0, other?.length ?? 0) }, (_, index) =>
		compareValues(aspect, one?.[index], other?.[index], `${at}[${index}]`),
	);
	return [...(isDropped ? [found(aspect, nulls(baseline), nulls(candidate), `${at}[null]`)] : []), ...items.flat()];
}
