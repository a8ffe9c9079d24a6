import { caseOfEvidence, caseOfModel, caseOfReport } from "../reproduce/load-case.ts";
import { makeRecipe } from "../reproduce/make-recipe.ts";
import { type ReproductionForm, reproductions } from "../reproduce/reproductions.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { kitVersion, loadOwnCorpus } from "./corpus.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";

export interface ReproduceFlags {
	readonly as: ReproductionForm;
	readonly report?: string;
	readonly evidence?: string;
	readonly endpoint?: string;
}

/** `swf-conformance reproduce`: writes out what shows a case without this kit. Sends nothing. */
export async function reproduceCommand(
	id: string,
	flags: ReproduceFlags,
	terminal: Terminal,
	interrupt: AbortSignal,
): Promise<ExitCode> {
	const text = await reproduction(id, flags, await loadOwnCorpus(), interrupt);
	(terminal.program ?? terminal.out)(text);
	return exitCodes.fine;
}

/**
 * A script, or an issue, for one case.
 *
 * @throws {UsageError} where there is no such case, or it cannot be written in this form
 */
export async function reproduction(
	id: string,
	{ as, report, evidence, endpoint }: ReproduceFlags,
	corpus: Corpus,
	interrupt: AbortSignal,
): Promise<string> {
	if (report !== undefined && evidence !== undefined) throw new UsageError("a report or the evidence, not both");
	if (endpoint !== undefined && !isWebAddress(endpoint))
		throw new UsageError(`--endpoint ${endpoint}: expected an address as http://127.0.0.1:5000`);
	const recorded =
		report !== undefined
			? await caseOfReport(id, report, corpus)
			: evidence !== undefined
				? await caseOfEvidence(id, evidence, corpus)
				: await caseOfModel(id, corpus, await kitVersion(), interrupt);
	return reproductions[as](makeRecipe(recorded, endpoint), recorded);
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
