// How an adapter tells answers that are none of SWF's. Usage: node .ci/adapters/odd-answers.mjs PYTHON ADAPTER
// Each row: how the server answers, and what each adapter makes of it, where they differ by name.
import { createServer } from "node:http";
import { execClients } from "../../dist/harness/clients/exec/exec.js";

const [python, adapter] = process.argv.slice(2);
const fault = (type, message) => JSON.stringify({ __type: `com.amazonaws.swf.base.model#${type}`, message });
const page = "<html>hello</html>";
const rows = {
	void: { body: "", kind: "answer" },
	"members of no shape": { body: '{"domainInfo":{"name":"d","more":1},"more":1}', kind: "answer" },
	fault: { status: 400, body: fault("UnknownResourceFault", "Unknown\ndomain"), kind: "fault" },
	"fault without a message": { status: 400, body: fault("UnknownResourceFault"), kind: "fault" },
	throttled: { status: 400, body: fault("ThrottlingException", "Rate exceeded"), kind: "fault" },
	"fault in a header": { status: 400, body: "{}", headers: { "x-amzn-errortype": "UnknownResourceFault" }, kind: "garbage" },
	"no fault": { status: 400, body: '{"message":"m"}', kind: "garbage" },
	"page of an error": { status: 502, body: page, kind: "garbage" },
	"empty crash": { status: 500, body: "", kind: "garbage" },
	redirection: { status: 302, body: "", headers: { location: "http://127.0.0.1:1/" }, kind: "garbage" },
	page: { body: page, kind: "answer" },
	list: { body: "[]", kind: "garbage" },
	"no text": { body: Buffer.from([0xff, 0xfe, 0x00, 0x80]), kind: "garbage" },
	"not a number": { body: '{"domainInfo":{"description":NaN}}', kind: "garbage" },
	deep: { body: `{"domainInfo":${'{"a":'.repeat(5000)}1${"}".repeat(5001)}`, kind: "garbage" },
	closed: { close: 0, kind: "transport" },
	"cut off": { close: 100, body: '{"a', kind: adapter.includes("boto3") ? "answer" : "transport" },
};

const server = createServer(async (request, response) => {
	let asked = "";
	for await (const chunk of request) asked += chunk;
	const { status = 200, headers = {}, body, close } = rows[JSON.parse(asked).name];
	if (close === 0) return request.socket.destroy();
	response.writeHead(status, close === undefined ? headers : { "content-length": close });
	if (close === undefined) return response.end(body);
	response.write(body, () => request.socket.end());
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const endpoint = `http://127.0.0.1:${server.address().port}`;
const signal = new AbortController().signal;
const kind = await execClients(`${python} ${adapter}`, { environment: process.env, interrupt: signal });
const client = kind.connect({
	endpoint,
	region: "us-east-1",
	credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not a secret" },
});
const tell = (line) => process.stdout.write(`${line}\n`);
const send = (operation, name) => client.send(operation, { name }, { signal: AbortSignal.timeout(20_000) });
const seen = await Promise.all([
	...Object.entries(rows).map(async ([name, row]) => ({ name, expected: row.kind, ...(await send("DescribeDomain", name)) })),
	send("ListWhatIsNot", "x").then((sent) => ({ name: "no such operation", expected: "inexpressible", ...sent })),
]);
kind.dispose();
server.close();
server.closeAllConnections();
for (const { name, expected, outcome } of seen)
	if (outcome.kind !== expected) {
		tell(`${name}: expected ${expected}, observed ${JSON.stringify(outcome)}`);
		process.exitCode = 1;
	}
if (process.exitCode === undefined) tell(`${kind.version}: ${seen.length} odd answers read as expected`);
