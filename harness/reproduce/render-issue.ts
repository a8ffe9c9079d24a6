import { diffRows, unifiedLines } from "../../reports/diff.ts";
import { exchangeLines, outcomeOf } from "../../reports/exchange.ts";
import { placeOf } from "../../reports/finding-text.ts";
import { codeText, fencedBlock, inertText, linkText } from "../../reports/markdown.ts";
import type { Finding } from "../../reports/report.ts";
import { shortened, visibleLine } from "../../reports/visible.ts";
import type { Recipe } from "./recipe.ts";
import type { RecordedCase, RecordedExchange } from "./recorded-case.ts";
import { renderCurl } from "./render-curl.ts";

/** GitHub takes issues of 65,536 characters. */
const mostCharacters = 60_000;
const longestBody = 1_500;
const mostFindings = 5;
const mostWitnesses = 3;

/** A text for the tracker of whoever is to mend it: the claim, its source, what was seen, and a script that shows it. */
export function renderIssue(recipe: Recipe, recorded: RecordedCase): string {
	const { one, target, client, kit } = recorded;
	const image =
		target.image === undefined
			? ""
			: `, image ${codeText(target.image.name)} ${codeText(target.image.digest ?? target.image.id)}`;
	const blocks = [
		`# ${inertText(claimOf(recipe.id), 200)}`,
		`Amazon SWF promises:`,
		...recipe.clauses
			.slice(0, mostFindings)
			.map(
				({ id, text, level, standing, sources }) =>
					`> ${inertText(text.trim().replace(/\s+/g, " "))}\n>\n> ${codeText(id)} (${level}, ${standing}): ${sources.slice(0, 3).map(sourceText).join(", ")}`,
			),
		"## Expected and observed",
		...(one.findings.length === 0
			? ["Nothing was found: this case holds."]
			: one.findings.slice(0, mostFindings).map(findingBlock)),
		"## Exchanges",
		fencedBlock(
			"text",
			exchangeLines(one).map(({ text }) => text),
		),
		...witnesses(recorded).map(witnessBlock),
		"## Versions",
		[
			`- target ${codeText(target.name)}${image}`,
			`- client ${codeText(client.name)} ${codeText(client.version)}`,
			`- swf-conformance ${codeText(kit)}; to play it again: ${codeText(one.replay)}`,
		].join("\n"),
	];
	const script = `## Reproduce\n\nWith bash, curl and jq:\n\n${fencedBlock("bash", renderCurl(recipe).trimEnd().split("\n"))}`;
	const text = blocks.join("\n\n");
	return text.length + script.length <= mostCharacters
		? `${text}\n\n${script}\n`
		: `${shortened(text, mostCharacters)}\n\n## Reproduce\n\nThe script is too long for an issue: ${codeText(`swf-conformance reproduce ${recipe.id} --as curl`)} writes it.\n`;
}

const claimOf = (id: string): string => (id.split("/").at(-1) ?? id).replaceAll("-", " ").replace(":", ": ");

const sourceText = (source: string): string => (URL.canParse(source) ? linkText(source, source) : inertText(source));

function findingBlock(finding: Finding): string {
	const lines = unifiedLines(diffRows(finding.expected, finding.observed));
	return [
		`${inertText(placeOf(finding))}: ${inertText(finding.message)}`,
		...(lines.length === 0 ? [] : [fencedBlock("diff", lines)]),
	].join("\n\n");
}

/** The exchanges that findings point at, in order. */
function witnesses({ one: { findings, exchanges } }: RecordedCase): readonly RecordedExchange[] {
	const positions = [...new Set(findings.flatMap((finding) => finding.exchanges ?? []))].sort((left, right) => left - right);
	return positions.slice(0, mostWitnesses).flatMap((position) => exchanges[position] ?? []);
}

const witnessBlock = (exchange: RecordedExchange): string => {
	const { step, operation, request, response } = exchange;
	const trimmed = (text: string) => shortened(visibleLine(text), longestBody);
	return [
		`Step ${inertText(step)}, ${codeText(operation)}, ${inertText(outcomeOf(exchange))}:`,
		fencedBlock("json", [trimmed(request.body), ...(response === undefined ? [] : ["", trimmed(response.body)])]),
	].join("\n\n");
};
