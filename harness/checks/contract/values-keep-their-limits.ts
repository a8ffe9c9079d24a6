import type { Shape } from "../../../specs/wire/contract.ts";
import type { Json } from "../../../specs/wire/json.ts";
import { isRedacted, type Rule, shown } from "./rule.ts";

/**
 * Lengths of texts and lists, ranges of numbers. Texts are counted in code points, the smallest of the units that the limits could
 * mean.
 */
export const valuesKeepTheirLimits: Rule = {
	level: "MUST",
	scope: "answer",
	of: "value",
	find: ({ shape, name, value }) => {
		if (!("min" in shape || "max" in shape)) return undefined;
		const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = shape;
		const size = sizeOf(shape, value, max);
		if (size === undefined || (size >= min && size <= max)) return undefined;
		const expected = { ...("min" in shape ? { least: min } : {}), ...("max" in shape ? { most: max } : {}) };
		return { message: `the value is beyond the limits of ${name}`, expected, observed: { size, value: shown(value) } };
	},
};

function sizeOf({ type }: Shape, value: Json, max: number): number | undefined {
	if (type === "integer" || type === "long") return typeof value === "number" ? value : undefined;
	if (type === "list") return Array.isArray(value) ? value.length : undefined;
	if (type !== "string" || typeof value !== "string" || isRedacted(value)) return undefined;
	return value.length <= max ? value.length : codePoints(value);
}

const codePoints = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
