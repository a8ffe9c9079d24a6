import { readFile } from "node:fs/promises";
import { provocations } from "../../specs/model/provocations/provocations.ts";
import { parseEvidenceFile } from "../evidence-file.ts";
import { provokedBy } from "./provoked-by.ts";
import { renderProvoked } from "./render-provoked.ts";

// For development: `npm run provoked`, after a run, or with the evidence of another one.
const [, , file = "reports/out/evidence.ndjson"] = process.argv;
const evidence = parseEvidenceFile(await readFile(file, "utf8"), file);
process.stdout.write(renderProvoked(provocations, provokedBy(evidence)));
