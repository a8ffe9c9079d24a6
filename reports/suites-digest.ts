import { createHash } from "node:crypto";
import type { CaseReport } from "./report.ts";
import { byId } from "./report-source.ts";

/** The digest by which two reports are known to be about the same scenarios: of the ids and digests of all cases, in whatever order. */
export function suitesDigest(cases: readonly Pick<CaseReport, "id" | "digest">[]): string {
	const hash = createHash("sha256");
	for (const { id, digest } of cases.toSorted(byId)) hash.update(`${id} ${digest}\n`);
	return hash.digest("hex").slice(0, 16);
}
