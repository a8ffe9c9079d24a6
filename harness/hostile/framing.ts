import { gzipSync } from "node:zlib";
import type { Act, Behaviour } from "./behaviour.ts";

const head = [
	"HTTP/1.1 200 OK",
	"Content-Type: application/x-amz-json-1.0",
	"X-Amzn-RequestId: 69ac725b-f5a7-11e4-9c0b-0123456789ab",
	"Connection: close",
	"",
].join("\r\n");
const broken = { run: "inconclusive", proxy: "inconclusive" };
const hanging = { ...broken, hangs: true } as const;
const wrong = { run: "fail", proxy: "fail" };

/** Writes a whole answer as these bytes, with the status that it has, and hangs up. */
const bytes =
	(of: (body: string) => string): Act =>
	async (asked, { raw, end }) => {
		const { status, body } = await asked.honest();
		raw(of(body).replace("200 OK", status === 200 ? "200 OK" : `${status} Fault`));
		end();
	};

const withHeaders =
	(headers: (elsewhere: string) => Readonly<Record<string, string | readonly string[]>>): Act =>
	async (asked, { send, elsewhere }) => {
		const answer = await asked.honest();
		send({ ...answer, headers: { ...answer.headers, ...headers(elsewhere) } });
	};

const megabyte = 1024 * 1024;
const sized = (body: string, length: number) => `${head}Content-Length: ${length}\r\n\r\n${body}`;

/** Answers that are no HTTP, or more of it than anybody needs. */
export const framing = {
	"speaks no HTTP": { act: bytes(() => "\u0000\u0001 not HTTP at all\r\n\r\n"), ...broken },
	"answers without a status line": { act: bytes((body) => body), ...broken },
	"speaks HTTP/1.0 and says no length": {
		act: bytes((body) => `${head.replace("1.1", "1.0")}\r\n${body}`),
		...wrong,
		run: "pass",
		proxy: "pass",
	},
	"speaks HTTP/2 unasked": { act: bytes(() => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000"), ...broken },
	"speaks HTTP/9.9": { act: bytes((body) => sized(body, body.length).replace("1.1", "9.9")), ...broken },
	"says a length that is too long, and hangs up": { act: bytes((body) => sized(body, body.length + 9)), ...broken },
	"says a length that is too short": { act: bytes((body) => sized(body, Math.max(0, body.length - 5))), ...wrong },
	"says two lengths": {
		act: bytes((body) => `${head}Content-Length: 5\r\n${sized(body, body.length).slice(head.length)}`),
		...broken,
	},
	"says a length below zero": { act: bytes((body) => sized(body, -1)), ...broken },
	"says a length of 10^30": { act: bytes((body) => sized(body, 0).replace(": 0", `: 1${"0".repeat(30)}`)), ...broken },
	"says a length and chunks": {
		act: bytes(
			(body) =>
				`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
		),
		...broken,
	},
	"says chunks and sends none": { act: bytes((body) => `${head}Transfer-Encoding: chunked\r\n\r\n${body}`), ...broken },
	"says a chunk of 2^64 bytes": {
		act: bytes((body) => `${head}Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n${body}`),
		...broken,
	},
	"leaves out the last chunk": {
		act: bytes((body) => `${head}Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n`),
		...broken,
	},
	"never ends the body": {
		act: (_, { raw, forever }) => {
			raw(`${head}Transfer-Encoding: chunked\r\n\r\n`);
			forever(`10000\r\n${" ".repeat(65_536)}\r\n`, 0);
		},
		...wrong,
		proxy: "inconclusive",
	},
	"never ends the trailers": {
		act: (_, { raw, forever }) => {
			raw(`${head}Transfer-Encoding: chunked\r\n\r\n0\r\n`);
			forever("X-Trailer: 1\r\n".repeat(100), 0);
		},
		...broken,
	},
	"has trailers": {
		act: bytes((body) =>
			body === ""
				? `${head}Content-Length: 0\r\n\r\n`
				: `${head}Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\nX-Amzn-RequestId: trailed\r\n\r\n`,
		),
		...wrong,
		run: "pass",
		proxy: "pass",
	},
	"answers with 100 MB": {
		act: (_, { raw, forever }) => {
			raw(`${head}Content-Length: ${100 * megabyte}\r\n\r\n{"more":"`);
			forever("x".repeat(65_536), 0);
		},
		...wrong,
		proxy: "inconclusive",
	},
	"says 100 Continue without an end": {
		act: (_, { forever }) => forever("HTTP/1.1 100 Continue\r\n\r\n".repeat(100), 0),
		...hanging,
	},
	"says 103 Early Hints without an end": {
		act: (_, { forever, elsewhere }) => forever(`HTTP/1.1 103 Early Hints\r\nLink: <${elsewhere}>; rel=preload\r\n\r\n`, 1),
		...hanging,
	},
	"switches protocols": {
		act: bytes(() => "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"),
		...hanging,
	},
	"has a header of 1 MB": {
		act: bytes((body) => `${head}X-Long: ${"x".repeat(megabyte)}\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
		...broken,
	},
	"has 100,000 headers": { act: bytes((body) => `${head}${"X-More: 1\r\n".repeat(100_000)}\r\n${body}`), ...broken },
	"has control characters in headers": {
		act: bytes((body) => `${head}X-Odd: a\u0000b\u001b[31m\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
		...broken,
	},
	"has line feeds in headers": {
		act: bytes((body) => `${head}X-Odd: a\nX-Injected: b\nContent-Length: ${body.length}\r\n\r\n${body}`),
		...broken,
	},
	"has headers without names": {
		act: bytes((body) => `${head}: nameless\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
		...broken,
	},
	"sends a second answer after each": {
		act: async (asked, { send, raw, response }) => {
			const answer = await asked.honest();
			response.once("finish", () => raw(sized('{"runId":"surplus"}', 19)));
			send(answer);
		},
		run: "pass, fail",
		proxy: "pass, fail",
	},
	"promises to keep connections, and closes them": {
		act: async (asked, { send, response, end }) => {
			response.once("finish", () => end());
			send(await asked.honest());
		},
		run: "inconclusive, pass",
		proxy: "inconclusive, pass",
	},
	"compresses unasked": {
		act: async (asked, { send }) => {
			const { status, headers, body } = await asked.honest();
			send({ status, headers: { ...headers, "content-encoding": "gzip" }, body: gzipSync(body) });
		},
		...wrong,
		proxy: "inconclusive",
	},
	"sends a bomb of gzip": {
		act: withBomb(),
		...wrong,
		proxy: "inconclusive",
	},
	"sets cookies": {
		act: withHeaders(() => ({ "set-cookie": ["session=canary; Path=/", "other=1"] })),
		run: "pass",
		proxy: "pass",
	},
	"points to another host in headers": {
		act: withHeaders((elsewhere) => ({
			location: elsewhere,
			"alt-svc": `h2="${new URL(elsewhere).host}"`,
			link: `<${elsewhere}/x>; rel=preconnect`,
			refresh: `0; url=${elsewhere}`,
			"content-location": elsewhere,
		})),
		run: "pass",
		proxy: "pass",
	},
} as const satisfies Readonly<Record<string, Behaviour>>;

function withBomb(): Act {
	const bomb = gzipSync(Buffer.alloc(64 * megabyte, " "));
	return (_, { send }) =>
		send({ status: 200, headers: { "content-type": "application/x-amz-json-1.0", "content-encoding": "gzip" }, body: bomb });
}
