// Runs a composite Action as GitHub's runner does, as far as action.yml here needs it: expressions that name one value, bash, environment files.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const runnersBash = ["--noprofile", "--norc", "-eo", "pipefail"];

function expand(text, context) {
	return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, path) => {
		const names = path.split(".");
		if (!["inputs", "github", "steps"].includes(names[0]))
			throw new Error(`the runner of this lane does not know \${{ ${path} }}`);
		// What there is not is empty, as GitHub has it.
		return names.reduce((value, name) => value?.[name], context) ?? "";
	});
}

/** What a step wrote to the file that GITHUB_OUTPUT names; throws where GitHub's runner would. */
export function readOutputs(text) {
	const outputs = {};
	const lines = text.split("\n");
	while (lines.length > 0) {
		const line = lines.shift();
		if (line === "") continue;
		const [, name, end] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
		if (name === undefined) {
			const [, key, value] = /^([^=]+)=(.*)$/.exec(line) ?? [];
			if (key === undefined) throw new Error(`not an output: ${line}`);
			outputs[key] = value;
			continue;
		}
		const at = lines.indexOf(end);
		if (at < 0) throw new Error(`${name} does not end with ${end}`);
		outputs[name] = lines
			.splice(0, at + 1)
			.slice(0, -1)
			.join("\n");
	}
	return outputs;
}

/** @param folder of the Action; @param workspace the working folder; @param temp for the runner's files */
export function runComposite({ folder, workspace, temp, inputs }) {
	const action = parse(readFileSync(join(folder, "action.yml"), "utf8"));
	for (const name of Object.keys(inputs)) if (!(name in action.inputs)) throw new Error(`there is no input ${name}`);
	const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ""]));
	const context = { inputs: { ...defaults, ...inputs }, github: { action_path: folder }, steps: {} };
	mkdirSync(temp, { recursive: true });
	let [code, printed, summary] = [0, "", ""];
	for (const [index, step] of action.runs.steps.entries()) {
		if (step.shell !== "bash" || step.run.includes("${{"))
			throw new Error(`step ${index} is no bash, or a value becomes part of its script`);
		const file = (name) => join(temp, `${index}-${name}`);
		for (const name of ["output", "summary"]) writeFileSync(file(name), "");
		writeFileSync(file("script.sh"), step.run);
		const environment = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, expand(value, context)]));
		const runner = { GITHUB_ACTIONS: "true", CI: "true", RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace };
		const env = {
			...process.env,
			...runner,
			GITHUB_OUTPUT: file("output"),
			GITHUB_STEP_SUMMARY: file("summary"),
			...environment,
		};
		const bash = ["-c", 'exec bash "$@" 2>&1', "bash", ...runnersBash, file("script.sh")];
		const ended = spawnSync("bash", bash, {
			cwd: workspace,
			env,
			encoding: "utf8",
			maxBuffer: 1e9,
			stdio: ["ignore", "pipe", "inherit"],
		});
		code = ended.status ?? 1;
		printed += ended.stdout;
		summary += readFileSync(file("summary"), "utf8");
		context.steps[step.id] = { outputs: readOutputs(readFileSync(file("output"), "utf8")) };
		if (code !== 0) break;
	}
	const outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, expand(value, context)]));
	return { code, printed, summary, outputs };
}
