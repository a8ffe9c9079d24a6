import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Scenarios that between them start, decide, act, page, list, count, have children and are refused. */
const chosen = [
	"termination/a-second-termination-is-refused",
	"termination/a-terminated-execution-is-found-by-its-close-status",
	"missing-run-id/a-run-id-never-issued-cannot-be-read",
	"paging/pages-of-a-history-hold-every-event-once",
	"activities/a-task-is-answered-once",
	"children/the-end-of-a-child-is-told-to-its-parent",
];

/** A corpus of few scenarios and all clauses, for the command line to be built with. */
export const smallCorpus = (): Readonly<Record<string, string>> =>
	Object.fromEntries(
		[
			"specs/features.yaml",
			"specs/report.schema.json",
			...readdirSync(join(root, "specs/clauses")).map((name) => `specs/clauses/${name}`),
			...chosen.map((id) => `suites/${id}.yaml`),
		].map((path) => [path, readFileSync(join(root, path), "utf8")]),
	);
