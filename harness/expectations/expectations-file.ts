import { createHash } from "node:crypto";
import { selects } from "../plan.ts";
import { entryOf, type Located, readYaml } from "../scenario/located.ts";
import { InputError } from "../scenario/problem.ts";
import { createReader } from "../scenario/reader.ts";
import type { ExpectedFailure } from "./expected-failure.ts";
import { readEntry } from "./read-entry.ts";

/** What is expected of one target: features it lacks, and cases that fail there. */
export interface ExpectationsFile {
	readonly file: string;
	/** SHA-256 of its text: `sha256:` and hexadecimal digits. */
	readonly digest: string;
	readonly lacks: readonly string[];
	/** Features that it has, of those that a target of its kind is taken to lack. */
	readonly has: readonly string[];
	readonly failures: readonly ExpectedFailure[];
}

/**
 * Reads an expectations file. Throws an InputError with everything that is wrong with it.
 *
 * @param drafts whether reasons that are still to be written are taken
 */
export function parseExpectationsFile(
	text: string,
	file: string,
	features: readonly string[],
	drafts: "taken" | "refused" = "refused",
): ExpectationsFile {
	const reader = createReader(file);
	const root = readYaml(text, file);
	reader.onlyKeys(root, ["target", "lacks", "has", "failures"], "an expectations file");
	const under = (key: string): Located | undefined => entryOf(root, key)?.value;
	const featuresUnder = (key: "lacks" | "has"): readonly string[] => {
		const value = under(key);
		return value === undefined ? [] : reader.items(value, key).flatMap((item) => reader.oneOf(item, features, "a feature") ?? []);
	};
	const target = under("target");
	if (target !== undefined) reader.text(target, "target");
	const failures = under("failures");
	const found = {
		file,
		digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
		lacks: featuresUnder("lacks"),
		has: featuresUnder("has"),
		failures: failures === undefined ? [] : reader.items(failures, "failures").flatMap((item) => readEntry(item, reader, drafts)),
	};
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return found;
}

/**
 * Refuses entries that mean none of the cases there are: they would go unnoticed for ever.
 *
 * @param ids every case of the suites, whether or not this run plays it
 */
export function refuseStale({ file, failures }: ExpectationsFile, ids: readonly string[]): void {
	const problems = failures
		.filter(({ cases }) => !ids.some(selects(cases)))
		.map(({ at, cases }) => ({ file, at, message: `there is no case ${cases}; take the entry away or mend the pattern` }));
	if (problems.length > 0) throw new InputError(problems);
}

/** Refuses entries about versions where nobody knows the target's: whether they count would be a guess. */
export function refuseUnversioned({ file, failures }: ExpectationsFile, version: string | undefined): void {
	if (version !== undefined) return;
	const problems = failures
		.filter(({ versions }) => versions !== undefined)
		.map(({ at }) => ({
			...{ file, at },
			message: "the entry is about versions, and that of the target is not known; say it with --target-version",
		}));
	if (problems.length > 0) throw new InputError(problems);
}
