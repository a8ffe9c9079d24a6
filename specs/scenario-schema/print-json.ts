import type { Json } from "../wire/json.ts";

const lineWidth = 130;

const tabWidth = 2;

/** JSON on one line, in the spacing of the formatter. */
function flat(value: Json): string {
	if (Array.isArray(value)) return `[${(value as readonly Json[]).map(flat).join(", ")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const entries = Object.entries(value);
	return entries.length === 0 ? "{}" : `{ ${entries.map(([key, of]) => `${JSON.stringify(key)}: ${flat(of)}`).join(", ")} }`;
}

/** JSON as the formatter of this repository leaves it: on one line what fits on one. */
export function print(value: Json, depth: number, before: number): string {
	const line = flat(value);
	const fits = depth * tabWidth + before + line.length + 1 <= lineWidth;
	if (fits || typeof value !== "object" || value === null) return line;
	const [open, close] = Array.isArray(value) ? "[]" : "{}";
	const inner = "\t".repeat(depth + 1);
	const parts = Array.isArray(value)
		? (value as readonly Json[]).map((item) => `${inner}${print(item, depth + 1, 0)}`)
		: Object.entries(value).map(([key, of]) => {
				const label = `${JSON.stringify(key)}: `;
				return `${inner}${label}${print(of, depth + 1, label.length)}`;
			});
	return `${open}\n${parts.join(",\n")}\n${"\t".repeat(depth)}${close}`;
}
