import { isOperationName, operationShape } from "../../specs/wire/contract.ts";
import { jsOf } from "./js-text.ts";
import type { Call, Recipe } from "./recipe.ts";
import { headLines, showingLines, stepText } from "./recipe-text.ts";
import { refuseRaw } from "./render-aws-cli.ts";

/**
 * A module for Node.js with the AWS SDK for JavaScript.
 *
 * @throws {UsageError} for a case that sends what no SDK would send
 */
export function renderSdkJs(recipe: Recipe): string {
	refuseRaw(recipe);
	const { actions, showings, endpoint, region } = recipe;
	return `${[
		...headLines(recipe, [
			"Usage: npm install @aws-sdk/client-swf, then node FILE.mjs [ENDPOINT].",
			"Credentials and region come from the environment, made up where unset.",
		]).map((line) => (line === "" ? "//" : `// ${line}`)),
		common(endpoint, region),
		`const findings = {${showings.map((showing, index) => `\n\t${index + 1}: ${JSON.stringify(showingLines(showing).join("\n"))},`).join("")}\n};`,
		"",
		...actions.flatMap((action) =>
			action.kind === "pause"
				? [`await passing(${action.seconds});`]
				: [
						callText(action),
						...showings.flatMap(({ call }, index) =>
							call === action.number ? [`console.log(\`  expected here:\\n\${findings[${index + 1}]}\`);`] : [],
						),
					],
		),
		"",
		'console.log("\\nExpected beside observed:");',
		...showings.map(({ call, path }, index) => `observed(${index + 1}, ${call}, ${JSON.stringify(path)});`),
	].join("\n")}\n`;
}

function callText({ number, step, operation, tries, body }: Call): string {
	const input = isOperationName(operation) ? jsOf(body, operationShape(operation).input) : jsOf(body);
	return `await call(${number}, ${JSON.stringify(stepText(step))}, ${tries}, ${JSON.stringify(operation)}, ${input});`;
}

const common = (endpoint: string | undefined, region: string): string => `
import { randomBytes } from "node:crypto";
import { setTimeout as waiting } from "node:timers/promises";
import * as swf from "@aws-sdk/client-swf";

const endpoint = process.argv[2]${endpoint === undefined ? "" : ` ?? ${JSON.stringify(endpoint)}`};${
	endpoint === undefined
		? '\nif (endpoint === undefined) throw new Error("name the endpoint: it was recorded of AWS itself, where this costs money");'
		: ""
}
const hasCredentials = process.env.AWS_ACCESS_KEY_ID !== undefined || process.env.AWS_PROFILE !== undefined;
const client = new swf.SWFClient({
	endpoint,
	region: process.env.AWS_REGION ?? ${JSON.stringify(region)},
	maxAttempts: 1,
	...(hasCredentials ? {} : { credentials: { accessKeyId: "swfconformance", secretAccessKey: "made-up" } }),
});
const unique = randomBytes(5).toString("hex"); // every name has it, so that this can be run again
const answers = {};
const ascii = (value) =>
	JSON.stringify(value ?? null).replace(/[^\\x20-\\x7e]/g, (character) => "\\\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"));
const seen = (number, path) => path.reduce((value, name) => value?.[name], answers[number].answer);

async function call(number, step, tries, operation, input) {
	for (let attempt = 1; attempt <= tries; attempt += 1) {
		if (attempt > 1) await waiting(500);
		answers[number] = await client.send(new swf[operation + "Command"](input)).then(
			({ $metadata, ...answer }) => ({ status: $metadata.httpStatusCode, answer }),
			(error) => ({ status: error.$metadata?.httpStatusCode ?? "no answer", answer: { __type: error.name, message: error.message } }),
		);
		if (operation.startsWith("PollFor") && answers[number].answer.taskToken) break;
	}
	console.log(\`\${step}  \${operation}  \${answers[number].status}  \${ascii(answers[number].answer).slice(0, 300)}\`);
}

async function passing(seconds) {
	console.log(\`waiting \${seconds} s: service time has to pass\`);
	await waiting(seconds * 1000);
}

/** As much of the path as the answer has. */
function observed(finding, number, path) {
	const { status, answer } = answers[number];
	let value = answer;
	for (const name of path) {
		if (value?.[name] === undefined || value[name] === null) break;
		value = value[name];
	}
	console.log(\`\${findings[finding]}\\n    observed  \${status}  \${ascii(value).slice(0, 4000)}\`);
}
`;
