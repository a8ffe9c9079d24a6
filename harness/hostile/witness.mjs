// Preloaded into the kit: tells at its end how much memory it took, and whether somebody got at the prototypes.
import { writeFileSync } from "node:fs";

const before = Object.getOwnPropertyNames(Object.prototype).length;
process.on("exit", () => {
	const polluted = Object.getOwnPropertyNames(Object.prototype).length !== before || {}.polluted !== undefined;
	writeFileSync(process.env.WITNESS, JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024, polluted }));
});
