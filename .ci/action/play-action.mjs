// Runs action.yml of a built checkout as a runner would, for good and for bad. Usage: node .ci/action/play-action.mjs CHECKOUT WORK URL TARBALL
// URL is that of a target that is wrong on purpose; TARBALL is the package.
import { strict as assert } from "node:assert";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runComposite } from "./composite.mjs";

const [folder, work, wrong, tarball] = process.argv.slice(2);
const workspace = join(work, "a work space");
mkdirSync(workspace);
let count = 0;

/** Runs the Action, and holds what is so whatever it is given: nothing is executed, obeyed or too long for GitHub. */
function play(title, inputs) {
	count += 1;
	const began = Date.now();
	const run = runComposite({ folder, workspace, temp: join(work, `temp-${count}`), inputs });
	const commands = [...run.printed.matchAll(/^\s*::([a-z-]+)/gm)].map(([, name]) => name);
	assert.deepEqual(
		commands.filter((name) => !["group", "endgroup", "error", "warning", "notice"].includes(name)),
		[],
		title,
	);
	for (const kind of ["error", "warning"])
		assert.ok(commands.filter((name) => name === kind).length <= 10, `${title}: too many of ${kind}`);
	assert.doesNotMatch(run.printed, /^\s*::error::pwned|##\[/m, title);
	assert.ok(Buffer.byteLength(run.summary) <= 1_048_576, title);
	for (const place of [workspace, folder, work]) assert.ok(!existsSync(join(place, "pwned")), `${title}: something was executed`);
	process.stdout.write(`${title}: ended with ${run.code} (${Math.round((Date.now() - began) / 1000)} s)\n`);
	return { ...run, commands };
}

const hostile = "$(touch pwned)`touch pwned`'\";touch pwned;#\n::error::pwned\nEOF\n%0A::error::pwned";
const cases = "termination/a-terminated-run-*\n termination/an-* \n\n";

const green = play("a target that passes", { target: "mock", cases });
assert.equal(green.code, 0, green.printed);
assert.match(green.summary, /^# SWF conformance of `mock`/);
const { divergence, coverage, fail, regressions, report } = green.outputs;
assert.deepEqual(
	{ divergence, coverage, fail, regressions, code: green.outputs["exit-code"] },
	{ divergence: "0", coverage: "1", fail: "0", regressions: "", code: "0" },
);
assert.equal(green.outputs.pass, green.outputs.cases);
assert.ok(existsSync(join(workspace, "swf-conformance-report/report.xml")) && existsSync(join(workspace, report)));
copyFileSync(join(workspace, report), join(workspace, "base.json"));

const red = play("a target that fails", { target: wrong, patience: "0.2", cases });
assert.equal(red.code, 1, red.printed);
assert.equal(red.outputs["exit-code"], "1");
assert.ok(Number(red.outputs.fail) > 0 && Number(red.outputs.divergence) > 0);
assert.match(red.summary, /^## Failures/m);
assert.ok(red.commands.includes("error"));

const worse = play("a target that got worse", {
	target: wrong,
	patience: "0.2",
	cases,
	baseline: "base.json",
	"fail-on": "regressions",
});
assert.equal(worse.code, 1, worse.printed);
assert.equal(worse.outputs.regressions, worse.outputs.fail);
assert.match(worse.summary, /^# .*regression/m);
copyFileSync(join(workspace, worse.outputs.report), join(workspace, "worse.json"));

const alike = play("a target that is as bad as it was", {
	target: wrong,
	cases,
	baseline: "worse.json",
	"fail-on": "regressions",
});
assert.equal(alike.code, 0, alike.printed);
assert.equal(alike.outputs["exit-code"], "1");

assert.equal(play("a failure that is to fail nothing", { target: wrong, patience: "0.2", cases, "fail-on": "nothing" }).code, 0);
assert.equal(
	play("a baseline that there is not", { target: "mock", cases, baseline: "none.json", "fail-on": "nothing" }).code,
	2,
);
assert.equal(play("something to fail on that there is not", { target: "mock", "fail-on": hostile }).code, 2);
assert.equal(play("regressions without a baseline", { target: "mock", "fail-on": "regressions" }).code, 2);

const silent = play("a target that does not answer", { target: "http://127.0.0.1:1", "fail-on": "nothing" });
assert.equal(silent.code, 3, silent.printed);
assert.match(silent.printed, /^::error title=swf-conformance ended with 3::.*does not answer/m);
assert.match(silent.summary, /^# swf-conformance ended with 3\n\n {4}.*does not answer/);
assert.deepEqual([silent.outputs["exit-code"], silent.outputs.report], ["3", ""]);

for (const name of ["target", "client", "cases", "profile", "expectations", "reports", "config", "concurrency", "version"]) {
	const ended = play(`hostile ${name}`, { target: "mock", cases, [name]: hostile });
	if (name === "version") assert.notEqual(ended.code, 0);
	else assert.equal(ended.code, 2, ended.printed);
}
const odd = play("a folder of a hostile name", {
	target: "mock",
	cases,
	"report-folder": hostile.replaceAll("/", ""),
});
assert.equal(odd.code, 0, odd.printed);
assert.equal(odd.outputs["report-folder"], hostile.replaceAll("/", ""));
assert.ok(readFileSync(join(workspace, odd.outputs.report), "utf8").startsWith("{"));

assert.equal(play("a version from npm", { target: "mock", cases, version: `file:${tarball}` }).code, 0);
