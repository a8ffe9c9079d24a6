import { entryOf, type Located, type LocatedEntry } from "./located.ts";
import type { Reader } from "./reader.ts";

/** One row of a table, or the only case of a file that has none. */
export interface ExpandedCase {
	readonly row?: string;
	readonly root: Located;
}

const column = /^\$case\.([A-Za-z]\w*)$/;
const embedded = /\$\{case\.([A-Za-z]\w*)\}/g;

/** Puts the values of each row where `$case.NAME` stands; values keep their own places, so that messages point into the table. */
export function expandCases(root: Located, reader: Reader): readonly ExpandedCase[] {
	const table = entryOf(root, "cases");
	if (root.kind !== "map" || table === undefined) return [{ root }];
	const rows = reader.entries(table.value, "cases");
	if (rows.length === 0) reader.refuse(table.keyAt, "cases is a table of at least one row, ROW: { NAME: value }");
	const columns = columnsOf(rows[0]?.value);
	const used = new Set<string>();
	const body: Located = { ...root, entries: root.entries.filter(({ key }) => key !== "cases") };
	const cases = rows.map(({ key, keyAt, value }) => {
		if (!/^[A-Za-z0-9][\w-]*$/.test(key)) reader.refuse(keyAt, `"${key}" is no name of a row; use letters, digits, - and _`);
		const own = columnsOf(value);
		if ([...own].sort().join() !== [...columns].sort().join()) {
			reader.refuse(
				keyAt,
				`every row of the table has the same names; the first has ${columns.join(", ")}, this has ${own.join(", ")}`,
			);
		}
		const values = new Map(reader.entries(value, `row ${key}`).map((entry) => [entry.key, entry.value]));
		return { row: key, root: substitute(body, values, used) };
	});
	for (const entry of rows[0]?.value.kind === "map" ? rows[0].value.entries : []) {
		if (!used.has(entry.key)) reader.refuse(entry.keyAt, `nothing uses $case.${entry.key}; use it or take the column away`);
	}
	return cases;
}

const columnsOf = (row: Located | undefined): readonly string[] => (row?.kind === "map" ? row.entries.map(({ key }) => key) : []);

function substitute(node: Located, values: ReadonlyMap<string, Located>, used: Set<string>): Located {
	const cellOf = (text: string): Located | undefined => {
		const name = column.exec(text)?.[1];
		const value = name === undefined ? undefined : values.get(name);
		if (name !== undefined && value !== undefined) used.add(name);
		return value;
	};
	const inText = (text: string) =>
		text.replace(embedded, (whole, name: string) => {
			const value = values.get(name);
			if (value?.kind !== "scalar") return whole;
			used.add(name);
			return String(value.value);
		});
	const entry = ({ key, keyAt, value }: LocatedEntry): LocatedEntry => {
		const name = cellOf(key);
		return { key: name?.kind === "scalar" ? String(name.value) : key, keyAt, value: substitute(value, values, used) };
	};
	switch (node.kind) {
		case "list":
			return { ...node, items: node.items.map((item) => substitute(item, values, used)) };
		case "map":
			return { ...node, entries: node.entries.map(entry) };
		case "scalar": {
			if (typeof node.value !== "string") return node;
			return cellOf(node.value) ?? { ...node, value: inText(node.value) };
		}
	}
}
