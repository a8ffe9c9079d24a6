import { operationNames, operationShape } from "../../specs/wire/contract.ts";
import { isJsonObject } from "../../specs/wire/json.ts";
import { checkRequest } from "./check-members.ts";
import { entryOf, type Located, type LocatedEntry, placed, toJson } from "./located.ts";
import type { Reader } from "./reader.ts";
import { variedIn, varyMembers } from "./vary-members.ts";

/** One row of a table, or the only case of a file that has none. */
export interface ExpandedCase {
	readonly row?: string;
	readonly root: Located;
	/** Made from the contract: in some rows of a family a name that others use has nothing to do. */
	readonly isMade: boolean;
}

const column = /^\$case\.([A-Za-z]\w*)$/;
const embedded = /\$\{case\.([A-Za-z]\w*)\}/g;

/** A row before its values are put in. */
interface Row {
	readonly name: string;
	readonly values: ReadonlyMap<string, Located>;
}

/** Puts the values of each row where `$case.NAME` stands; values keep their own places, so that messages point into the table. */
export function expandCases(root: Located, reader: Reader): readonly ExpandedCase[] {
	const table = entryOf(root, "cases");
	if (root.kind !== "map" || table === undefined) return [{ root, isMade: false }];
	const varied = entryOf(table.value, "$vary");
	const rows = varied === undefined ? writtenRows(table, reader) : variedRows(table.value, varied, reader);
	const used = new Set<string>();
	const body: Located = { ...root, entries: root.entries.filter(({ key }) => key !== "cases") };
	const cases = rows.map(({ name, values }) => ({
		row: name,
		root: substitute(body, values, used),
		isMade: varied !== undefined,
	}));
	if (varied === undefined) refuseUnused(table.value, used, reader);
	return cases;
}

function writtenRows(table: LocatedEntry, reader: Reader): readonly Row[] {
	const rows = reader.entries(table.value, "cases");
	if (rows.length === 0) reader.refuse(table.keyAt, "cases is a table of at least one row, ROW: { NAME: value }");
	const columns = columnsOf(rows[0]?.value);
	return rows.map(({ key, keyAt, value }) => {
		if (!/^[A-Za-z0-9][\w-]*$/.test(key)) reader.refuse(keyAt, `"${key}" is no name of a row; use letters, digits, - and _`);
		const own = columnsOf(value);
		if ([...own].sort().join() !== [...columns].sort().join()) {
			reader.refuse(
				keyAt,
				`every row of the table has the same names; the first has ${columns.join(", ")}, this has ${own.join(", ")}`,
			);
		}
		return { name: key, values: new Map(reader.entries(value, `row ${key}`).map((entry) => [entry.key, entry.value])) };
	});
}

/** A row for each member of the operations that are named, made from the contract. */
function variedRows(table: Located, varied: LocatedEntry, reader: Reader): readonly Row[] {
	reader.onlyKeys(table, ["$vary", "of"], "a table that is made from the contract");
	const kind = reader.oneOf(varied.value, variedIn, "$vary");
	const of = entryOf(table, "of");
	const bases = of === undefined ? [] : reader.entries(of.value, "of");
	if (bases.length === 0) reader.refuse(varied.keyAt, "$vary wants the operations beside it, of: { OPERATION: { members } }");
	return bases.flatMap(({ key, keyAt, value }) => {
		const operation = reader.oneOf({ kind: "scalar", at: keyAt, value: key }, operationNames, "an operation");
		const base = value.kind === "scalar" && value.value === null ? {} : toJson(value);
		if (!isJsonObject(base)) reader.refuse(value.at, `${key} is called with a mapping of members`);
		if (operation === undefined || kind === undefined || !isJsonObject(base)) return [];
		if (value.kind === "map") checkRequest(reader, value, operationShape(operation).input, key);
		return varyMembers(kind, operation, base).map(({ row, right, wrong }) => ({
			name: row,
			values: new Map([
				["operation", placed(operation, keyAt)],
				["right", placed(right, keyAt)],
				["wrong", placed(wrong, keyAt)],
			]),
		}));
	});
}

function refuseUnused(table: Located, used: ReadonlySet<string>, reader: Reader): void {
	const [first] = table.kind === "map" ? table.entries : [];
	for (const { key, keyAt } of first?.value.kind === "map" ? first.value.entries : []) {
		if (!used.has(key)) reader.refuse(keyAt, `nothing uses $case.${key}; use it or take the column away`);
	}
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
