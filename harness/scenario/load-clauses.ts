import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type Clause, levelOf, standings } from "../../specs/clause.ts";
import { entryOf, type Located, readYaml } from "./located.ts";
import { InputError, type Problem } from "./problem.ts";
import { createReader, type Reader } from "./reader.ts";

const keys = ["text", "source", "standing", "level", "contested", "untested"];

/** Reads the clauses of one subject. Throws an InputError with everything that is wrong. */
export function parseClauses(text: string, subject: string, file: string): readonly Clause[] {
	const reader = createReader(file);
	const clauses = reader.entries(readYaml(text, file), "a file of clauses").flatMap(({ key, keyAt, value }) => {
		if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))
			reader.refuse(keyAt, `"${key}" is no name of a clause; use lower case, digits and -`);
		return parseClause(`${subject}/${key}`, value, keyAt.line, reader) ?? [];
	});
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return clauses;
}

function parseClause(id: string, node: Located, line: number, reader: Reader): Clause | undefined {
	reader.onlyKeys(node, keys, "a clause");
	const value = (key: string) => entryOf(node, key)?.value;
	const needed = (key: string): Located => {
		const found = value(key);
		if (found === undefined) reader.refuse(node.at, `the clause ${id} has no ${key}`);
		return found ?? { kind: "scalar", at: node.at, value: "?" };
	};
	const text = reader.text(needed("text"), "text");
	const sourceNode = needed("source");
	const sources = (sourceNode.kind === "list" ? sourceNode.items : [sourceNode]).flatMap(
		(item) => reader.text(item, "source") ?? [],
	);
	const standing = value("standing") === undefined ? undefined : reader.oneOf(needed("standing"), standings, "standing");
	if (value("standing") === undefined) needed("standing");
	const levelNode = value("level");
	const level = levelNode === undefined ? undefined : reader.oneOf(levelNode, ["MUST", "SHOULD", "MAY"] as const, "level");
	const contestedNode = value("contested");
	const contested = contestedNode === undefined ? [] : reader.entries(contestedNode, "contested");
	if (contestedNode !== undefined && contested.length < 2)
		reader.refuse(contestedNode.at, "contested names two readings or more");
	const untestedNode = value("untested");
	const untested = untestedNode === undefined ? undefined : reader.text(untestedNode, "untested");
	if (text === undefined || standing === undefined) return undefined;
	return {
		id,
		text,
		sources,
		standing,
		level: level ?? levelOf(standing),
		contested: Object.fromEntries(
			contested.map((reading) => [reading.key, reader.text(reading.value, `the reading ${reading.key}`) ?? ""]),
		),
		...(untested === undefined ? {} : { untested }),
		line,
	};
}

/** Every file of clauses. */
export async function clauseFiles(root: string): Promise<readonly string[]> {
	const folder = join(root, "specs", "clauses");
	return (await readdir(folder))
		.filter((name) => name.endsWith(".yaml"))
		.sort()
		.map((name) => join(folder, name));
}

/** Reads every clause. Throws one InputError for all that is wrong with all of them. */
export async function loadClauses(root: string): Promise<ReadonlyMap<string, Clause>> {
	const problems: Problem[] = [];
	const clauses = await Promise.all(
		(await clauseFiles(root)).map(async (file) => {
			try {
				return parseClauses(await readFile(file, "utf8"), basename(file, ".yaml"), relative(root, file));
			} catch (error) {
				if (!(error instanceof InputError)) throw error;
				problems.push(...error.problems);
				return [];
			}
		}),
	);
	if (problems.length > 0) throw new InputError(problems);
	return new Map(clauses.flat().map((clause) => [clause.id, clause]));
}
