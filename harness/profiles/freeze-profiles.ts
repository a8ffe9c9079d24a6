import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { isMap, parseDocument } from "yaml";
import { loadOwnCorpus, packageRoot } from "../cli/corpus.ts";
import { catalogFile, freezeFile, readCatalog } from "./catalog.ts";
import { digestOfFreeze, freezeNow, freezeText } from "./freeze.ts";

// `npm run freeze`: keeps the profiles as they are now under the next number, for whoever wants to pin them.
const [catalog, { scenarios }] = await Promise.all([readCatalog(packageRoot), loadOwnCorpus()]);
const freeze = freezeNow(catalog, scenarios, new Date().toISOString().slice(0, 10));
const [text, file] = [freezeText(freeze), freezeFile(packageRoot, freeze.version)];
await mkdir(dirname(file), { recursive: true });
// What is frozen already is never written over.
await writeFile(file, text, { flag: "wx" });
const document = parseDocument(await readFile(catalogFile(packageRoot), "utf8"));
document.setIn(["versions", freeze.version], { on: freeze.on, digest: digestOfFreeze(text) });
const versions = document.get("versions");
if (isMap(versions)) versions.flow = false;
await writeFile(catalogFile(packageRoot), document.toString({ lineWidth: 0, flowCollectionPadding: false }));
process.stdout.write(`version ${freeze.version}: ${scenarios.length} cases in ${file}\n`);
