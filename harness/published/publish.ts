import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { openReport } from "../../reports/open-report.ts";
import { renderJson } from "../../reports/render-json.ts";
import { withoutUneventful } from "./without-uneventful.ts";

// publish REPORT FOLDER: keeps a report small, as report.json.gz, for others to read and to compare with.
const [file = "", folder = ""] = process.argv.slice(2);
const pieces: string[] = [];
for await (const piece of renderJson(withoutUneventful(await openReport(file)))) pieces.push(piece);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "report.json.gz"), await promisify(gzip)(pieces.join(""), { level: 9 }));
