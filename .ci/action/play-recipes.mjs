// Runs the lines of the recipes in docs/ci.md in a project that has the package, on the mock. Usage: node .ci/action/play-recipes.mjs PROJECT
import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const [project] = process.argv.slice(2);
const page = readFileSync("docs/ci.md", "utf8");
const blocks = [...page.matchAll(/^```\w+\n(?:#|\/\/) (\S+)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => ({ name, text }));
const named = (name) => blocks.filter((block) => block.name === name).map(({ text }) => text);
const workflows = named(".github/workflows/swf-conformance.yml").map((text) => parse(text).jobs["swf-conformance"]);

const recipes = {
	"GitHub, without the Action": workflows.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
	GitLab: named(".gitlab-ci.yml").flatMap((text) => parse(text)["swf-conformance"].script),
	Jenkins: named("Jenkinsfile").flatMap((text) => [...text.matchAll(/\bsh '([^']*)'/g)].map(([, line]) => line)),
};
const counts = Object.values(recipes).map((lines) => lines.length);
assert.deepEqual(counts, [3, 3, 2]);

const env = { ...process.env, SWF_TARGET: "mock", GITHUB_STEP_SUMMARY: join(project, "summary.md") };
const reportOf = (name) => join(project, "reports/out", name);

function play(name, line) {
	const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", line], {
		cwd: project,
		env,
		encoding: "utf8",
		maxBuffer: 1e9,
	});
	assert.equal(status, 0, `${name}: ${line}\n${stdout}${stderr}`);
	return stdout;
}

const [first] = Object.keys(recipes);
writeFileSync(join(project, "known.yaml"), "failures: []\n");
for (const [name, lines] of Object.entries(recipes)) {
	const began = Date.now();
	rmSync(join(project, "reports"), { recursive: true, force: true });
	// What the first has installed is there for the others.
	const printed = lines.map((line) => (line === "npm ci" && name !== first ? "" : play(name, line))).join("");
	if (name.startsWith("GitHub")) {
		assert.match(printed, /^::notice title=SWF conformance of mock::/m);
		assert.match(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8"), /^# SWF conformance of `mock`/);
		copyFileSync(reportOf("report.json"), join(project, "base.json"));
	} else assert.match(readFileSync(reportOf("report.xml"), "utf8"), /<testsuites /);
	process.stdout.write(`${name}: ${lines.length} lines (${Math.round((Date.now() - began) / 1000)} s)\n`);
}

// What GitHub's own schema has to judge.
for (const [index, text] of named(".github/workflows/swf-conformance.yml").entries())
	writeFileSync(join(project, `workflow-${index}.yml`), text);
