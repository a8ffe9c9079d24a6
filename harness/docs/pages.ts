import { execFileSync } from "node:child_process";
import { packageRoot } from "../cli/corpus.ts";

/** Every page of Markdown in the repository by its path, but for what tests compare with. */
export function allPages(): readonly string[] {
	const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], { cwd: packageRoot });
	return listed
		.toString("utf8")
		.split("\n")
		.filter((path) => path !== "" && !path.includes("/fixtures/"));
}

/** The pages that tell a reader what to type. Reports that are kept as Markdown tell what somebody typed. */
export const pagesWithCommands = (): readonly string[] =>
	allPages().filter((path) => path.startsWith("docs/") || /(^|\/)(README|CONTRIBUTING)\.md$/.test(path));
