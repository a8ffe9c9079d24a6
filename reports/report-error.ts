/** A file is not the report that it was taken for. The message names the file, what was expected there, and what to do. */
export class ReportError extends Error {
	override readonly name = "ReportError";
	readonly file: string;

	constructor(file: string, problem: string, remedy: string) {
		super(`${file}: ${problem}; ${remedy}`);
		this.file = file;
	}
}
