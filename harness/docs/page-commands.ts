import { type Block, blocksOf } from "./page-blocks.ts";

/** One thing that a page has its reader do. */
export type Action =
	/** The page shows this file. */
	| { readonly kind: "file"; readonly line: number; readonly file: string; readonly text: string }
	/** Commands that end with this exit code, and print this where the page shows it. */
	| {
			readonly kind: "commands";
			readonly line: number;
			readonly script: string;
			readonly exitCode: number;
			readonly output?: string;
	  }
	/** Commands that go on until the page is over, a server each. */
	| { readonly kind: "servers"; readonly line: number; readonly scripts: readonly string[] }
	/** Commands that no test can run, why, and the lane that runs their like. */
	| { readonly kind: "not run"; readonly line: number; readonly script: string; readonly reason: string; readonly lane: string };

/** Something in a page that nobody could run. */
export class PageError extends Error {}

/** What an HTML comment above a block can say. */
const marks = {
	"not run: REASON; lane NAME": /^not run: (.+); lane (.+)$/,
	"exit code: N": /^exit code: (\d+)$/,
	"before: COMMAND": /^before: (.+)$/,
	background: /^(background)$/,
} as const;

/** What the marks of this kind say, each by its parts. */
const said = (block: Block, kind: keyof typeof marks): readonly (readonly string[])[] =>
	block.marks.flatMap((mark) => {
		const parts = marks[kind].exec(mark);
		return parts === null ? [] : [parts.slice(1)];
	});

function refuseUnknown({ marks: above, line }: Block): void {
	const unknown = above.find((mark) => !Object.values(marks).some((form) => form.test(mark)));
	if (unknown !== undefined) throw new PageError(`line ${line}: "${unknown}" is none of ${Object.keys(marks).join(", ")}`);
}

const withoutComment = (script: string): string => script.replace(/^\s*#.*$/, "").trim();
const commandsOf = (text: string): readonly string[] =>
	text
		.split("\n")
		.map(withoutComment)
		.filter((line) => line !== "");

/** `$ command` lines, each with what it prints below it. */
function shownCommands({ text, line }: Block, exitCode: number): readonly Action[] {
	const parts = text.split(/^\$ /m);
	if (parts[0] !== "") throw new PageError(`line ${line}: a console begins with "$ " and a command`);
	return parts.slice(1).map((part) => {
		const [script = "", ...output] = part.split("\n");
		return { kind: "commands", line, script, exitCode, output: output.join("\n").trimEnd() };
	});
}

function actionsOf(block: Block): readonly Action[] {
	const { language, text, line, file } = block;
	if (file !== undefined) return [{ kind: "file", line, file, text: `${text}\n` }];
	if (language !== "sh" && language !== "console") return [];
	refuseUnknown(block);
	const [[reason, lane] = []] = said(block, "not run: REASON; lane NAME");
	if (reason !== undefined && lane !== undefined) return [{ kind: "not run", line, script: text, reason, lane }];
	const prepared = said(block, "before: COMMAND").map(
		([script = ""]): Action => ({ kind: "commands", line, script, exitCode: 0 }),
	);
	if (said(block, "background").length > 0) return [...prepared, { kind: "servers", line, scripts: commandsOf(text) }];
	const [[code = "0"] = []] = said(block, "exit code: N");
	const exitCode = Number(code);
	if (language === "console") return [...prepared, ...shownCommands(block, exitCode)];
	if (exitCode !== 0 && commandsOf(text).length > 1)
		throw new PageError(`line ${line}: an exit code other than 0 is that of one command; give it a block of its own`);
	return [...prepared, { kind: "commands", line, script: text, exitCode }];
}

/** What a page has its reader do, in order. Throws a PageError where a mark means nothing. */
export const pageActions = (page: string): readonly Action[] => blocksOf(page).flatMap(actionsOf);
