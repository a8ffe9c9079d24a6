import { expect, test } from "vitest";
import type { Row } from "./side-by-side.ts";
import { windowed } from "./window.ts";

const rows = (count: number): readonly Row[] =>
	Array.from({ length: count }, (_, index) => ({ kind: "free", observed: { eventType: "A", eventId: index, attributes: {} } }));
const shown = (count: number, first?: number) =>
	windowed(rows(count), first, 64).map((stretch) =>
		"leftOut" in stretch
			? `${stretch.leftOut} left out`
			: `${stretch.rows[0]?.observed?.eventId}-${stretch.rows.at(-1)?.observed?.eventId}`,
	);

test("a history of ordinary length is shown whole", () => {
	expect(shown(64, 59)).toEqual(["0-63"]);
	expect(windowed([], undefined, 64)).toEqual([{ rows: [] }]);
});

test("of a long one the beginning, the end and what is around the first difference are shown", () => {
	expect(shown(1_000, 500)).toEqual(["0-7", "468 left out", "476-523", "468 left out", "992-999"]);
	expect(shown(1_000)).toEqual(["0-7", "8-55", "936 left out", "992-999"]);
	expect(shown(1_000, 3)).toEqual(["0-26", "965 left out", "992-999"]);
	expect(shown(1_000, 999)).toEqual(["0-7", "967 left out", "975-999"]);
	expect(shown(70, 30)).toEqual(["0-5", "6-53", "8 left out", "62-69"]);
});

test("no row is shown twice or lost without being counted, wherever the difference is", () => {
	for (const count of [65, 66, 70, 100, 101])
		for (let first = 0; first < count; first += 1) {
			const stretches = windowed(rows(count), first, 64);
			const ids = stretches
				.flatMap((stretch) => ("rows" in stretch ? stretch.rows : []))
				.map(({ observed }) => observed?.eventId);
			const leftOut = stretches.reduce((sum, stretch) => sum + ("leftOut" in stretch ? stretch.leftOut : 0), 0);
			expect([first, new Set(ids).size, ids.length + leftOut, ids.includes(first)]).toEqual([first, ids.length, count, true]);
		}
});
