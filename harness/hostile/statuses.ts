import type { Act, Behaviour } from "./behaviour.ts";

const page = "<!doctype html><html><head><script src=https://example.test/x.js></script></head><body>Bad Gateway</body></html>";
const html = { "content-type": "text/html" };
const wrong = { run: "fail", proxy: "fail" };

const status =
	(code: number, body: string, headers: Readonly<Record<string, string>> = html): Act =>
	(_, { send }) =>
		send({ status: code, headers, body });

/** A status line that node:http would not write. */
const line =
	(text: string): Act =>
	(_, { raw, end }) => {
		raw(`${text}\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`);
		end();
	};

/** Each answer has the next of these statuses. */
const every =
	(codes: readonly number[]): Act =>
	({ number }, { send }) =>
		send({ status: codes[number % codes.length] ?? 500, headers: html, body: page });

const redirect =
	(code: number, to: (elsewhere: string) => string): Act =>
	(_, { send, elsewhere }) =>
		send({ status: code, headers: { location: to(elsewhere) }, body: "" });

const fault =
	(type: string, message: string, code = 400): Act =>
	(_, { send }) =>
		send({
			status: code,
			headers: { "content-type": "application/x-amz-json-1.0" },
			body: JSON.stringify({ __type: type, message }),
		});

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Answers that are HTTP, and no answer. */
export const statuses = {
	"answers with a page of HTML": { act: status(200, page), ...wrong },
	"answers everything with a page of HTML": { act: status(200, page), spares: "nothing", run: "error", proxy: "fail" },
	"answers with every status of 4xx": { act: every(range(400, 500).filter((code) => code !== 417)), ...wrong },
	"answers with every status of 5xx": { act: every(range(500, 600).filter((code) => code !== 501)), ...wrong, proxy: "pass" },
	"answers 501": { act: status(501, page), run: "unsupported", proxy: "unsupported" },
	"answers 503 and asks to come again in an hour": {
		act: status(503, page, { ...html, "retry-after": "3600" }),
		...wrong,
		proxy: "pass",
	},
	"answers 407 and asks for a password": { act: status(407, page, { ...html, "proxy-authenticate": "Basic" }), ...wrong },
	"answers 204 to everything": { act: status(204, ""), ...wrong },
	"answers 206 with a part": { act: status(206, '{"runId":"r"', { "content-range": "bytes 0-11/100" }), ...wrong },
	"answers 304": { act: status(304, ""), ...wrong },
	"answers with status 999": { act: line("HTTP/1.1 999 Nine"), ...wrong, proxy: "pass" },
	"answers with status 099": { act: line("HTTP/1.1 099 None"), ...wrong, proxy: "inconclusive" },
	"answers with status 0": { act: line("HTTP/1.1 0 None"), run: "inconclusive", proxy: "inconclusive" },
	"answers with a status of words": { act: line("HTTP/1.1 OK"), run: "inconclusive", proxy: "inconclusive" },
	"sends elsewhere by 301": { act: redirect(301, (elsewhere) => elsewhere), ...wrong },
	"sends elsewhere by 302": { act: redirect(302, (elsewhere) => `${elsewhere}/?x=1`), ...wrong },
	"sends elsewhere by 303": { act: redirect(303, (elsewhere) => elsewhere), ...wrong },
	"sends elsewhere by 307": { act: redirect(307, (elsewhere) => elsewhere), ...wrong },
	"sends elsewhere by 308": { act: redirect(308, (elsewhere) => elsewhere.replace("http:", "")), ...wrong },
	"sends to a file": { act: redirect(302, () => "file:///etc/passwd"), ...wrong },
	"sends in a circle": { act: redirect(307, () => "/"), ...wrong },
	"throttles for ever": {
		act: fault("ThrottlingException", "Rate exceeded"),
		spares: "look",
		run: "inconclusive",
		proxy: "fail",
	},
	"throttles polls": {
		act: async (asked, line) => {
			if (asked.operation.startsWith("Poll"))
				return fault("com.amazon.coral.availability#ThrottlingException", "Rate exceeded")(asked, line);
			line.send(await asked.honest());
		},
		run: "inconclusive, pass",
		proxy: "fail",
	},
	"refuses polls": {
		act: async (asked, line) => {
			if (asked.operation.startsWith("Poll"))
				return fault("com.amazonaws.swf.base.model#OperationNotPermittedFault", "no")(asked, line);
			line.send(await asked.honest());
		},
		run: "fail, pass",
		proxy: "fail",
	},
	"knows no operation": {
		act: fault("UnknownOperationException", "no"),
		spares: "look",
		run: "unsupported",
		proxy: "unsupported",
	},
	"has a fault of no model": { act: fault("com.example#Teapot", "short and stout"), ...wrong },
	"has a fault whose name is a script": { act: fault("<script>alert(1)</script>\u001b[2J", "x"), ...wrong },
	"has a fault with a message of 1 MB": {
		act: fault("com.amazonaws.swf.base.model#UnknownResourceFault", "x".repeat(1_000_000)),
		...wrong,
	},
	"has faults of status 200": { act: fault("com.amazonaws.swf.base.model#UnknownResourceFault", "x", 200), ...wrong },
	"has answers of status 500": {
		act: async (asked, { send }) => send({ ...(await asked.honest()), status: 500 }),
		...wrong,
		proxy: "pass",
	},
} as const satisfies Readonly<Record<string, Behaviour>>;
