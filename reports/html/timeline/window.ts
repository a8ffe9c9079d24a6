import type { Row } from "./side-by-side.ts";

/** Rows that follow one another, or how many are left out between them. */
export type Stretch = { readonly rows: readonly Row[] } | { readonly leftOut: number };

/**
 * What is drawn of a history: all of a short one; of a long one its beginning, its end, and what is around its first difference.
 *
 * @param most how many rows there may be, of which an eighth is for either end
 */
export function windowed(rows: readonly Row[], first: number | undefined, most: number): readonly Stretch[] {
	if (rows.length <= most) return [{ rows }];
	const edge = Math.floor(most / 8);
	const side = Math.floor(most / 2) - edge;
	const around = first ?? edge + side;
	const [from, to] = [Math.max(0, around - side), Math.min(rows.length, around + side)];
	const [head, tail] = [Math.min(edge, from), Math.max(rows.length - edge, to)];
	const stretches: readonly Stretch[] = [
		{ rows: rows.slice(0, head) },
		{ leftOut: from - head },
		{ rows: rows.slice(from, to) },
		{ leftOut: tail - to },
		{ rows: rows.slice(tail) },
	];
	return stretches.filter((stretch) => ("rows" in stretch ? stretch.rows.length > 0 : stretch.leftOut > 0));
}
