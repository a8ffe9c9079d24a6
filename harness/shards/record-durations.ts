import { writeFile } from "node:fs/promises";
import { openReport } from "../../reports/open-report.ts";
import { packageRoot } from "../cli/corpus.ts";
import { durationsFile, durationsOf, durationsText } from "./durations.ts";

// `npm run durations`: keeps how long the cases of a report took, for runs that share the suites among them.
const [report = "reports/out/report.json"] = process.argv.slice(2);
const file = durationsFile(packageRoot);
await writeFile(file, durationsText(durationsOf(await openReport(report))));
process.stdout.write(`${file}\n`);
