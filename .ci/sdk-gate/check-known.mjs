// Holds a report of the SDK gate against the list of what is known to differ: all of that, and by no other rule.
// Usage: node .ci/sdk-gate/check-known.mjs REPORT KNOWN
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const [report, known] = [JSON.parse(readFileSync(process.argv[2], "utf8")), parse(readFileSync(process.argv[3], "utf8"))];
const isFound = ({ rule, probe }) =>
	report.rules.some((found) => found.rule === rule && found.differences.some(({ probes }) => probes.includes(probe)));
const problems = [
	...known.filter((each) => !isFound(each)).map(({ what, rule, probe }) => `no longer found: ${what} (${rule} at ${probe})`),
	...report.rules
		.filter(({ rule }) => !known.some((each) => each.rule === rule))
		.map(
			({ rule, differences: [first] }) =>
				`found, but not listed: ${rule}, for example at ${first.probes[0]} (${first.at ?? ""}: ${JSON.stringify(first.baseline)} and ${JSON.stringify(first.candidate)})`,
		),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${known.length} known differences, ${problems.length} problems\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
