import { didYouMean } from "../scenario/problem.ts";
import { behaviours } from "./behaviours.ts";
import { openHostile } from "./endpoint.ts";

// One behaviour, by its name, behind a port until it is stopped; prints one line of JSON with its address.
const name = process.argv.slice(2).join(" ");
const behaviour = behaviours[name];
if (behaviour === undefined) {
	const names = Object.keys(behaviours);
	process.stderr.write(`there is no ${JSON.stringify(name)}.${didYouMean(name, names)} There are:\n${names.join("\n")}\n`);
	process.exitCode = 2;
} else {
	const { url } = await openHostile(behaviour);
	process.stdout.write(`${JSON.stringify({ url })}\n`);
}
