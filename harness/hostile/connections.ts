import type { Act, Behaviour, Line } from "./behaviour.ts";
import { behindTls, onConnection, onIpv6, plainWhereTlsIsSaid, refusing, tlsWherePlainIsSaid } from "./listening.ts";

const day = 86_400_000;
const tomorrow = () => new Date(Date.now() + day);
const head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n";
const beginning = `${head}Content-Length: 100\r\n\r\n{"runId":`;
const broken = { run: "inconclusive", proxy: "inconclusive" };
const hanging = { ...broken, hangs: true } as const;
const absent = { run: "exit 3", proxy: "inconclusive" };

/** Two tries of each kind are let through before; then nobody is there for as long as `times` says. */
const away =
	(from: number, to: number): Act =>
	async (asked, line: Line) => {
		if (asked.number >= from && asked.number < to) line.reset();
		else line.send(await asked.honest());
	};

/** What goes wrong before, between and beside the bytes of an answer. */
export const connections = {
	"refuses connections": { listen: refusing, ...absent },
	"closes connections at once": { listen: onConnection((socket) => void socket.end()), ...absent },
	"resets connections at once": { listen: onConnection((socket) => void socket.resetAndDestroy()), ...absent },
	"takes connections and says nothing": { listen: onConnection(() => undefined), hangs: true, ...absent },
	"listens on IPv6 only": { listen: onIpv6, run: "pass", proxy: "pass" },
	"has a certificate of its own making": { listen: behindTls("localhost", tomorrow()), ...absent },
	"has a certificate that has expired": { listen: behindTls("127.0.0.1", new Date(Date.now() - day)), ...absent },
	"has a certificate of another host": { listen: behindTls("swf.example.test", tomorrow()), ...absent },
	"speaks TLS 1.1 and no later one": {
		listen: behindTls("localhost", tomorrow(), { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" }),
		...absent,
	},
	"speaks plain HTTP where TLS is said": { listen: plainWhereTlsIsSaid, ...absent },
	"speaks TLS where plain HTTP is said": { listen: tlsWherePlainIsSaid, ...absent },
	"hangs in the TLS handshake": { listen: onConnection(() => undefined, "https"), hangs: true, ...absent },
	"resets before the answer": { act: (_, { reset }) => reset(), ...broken },
	"closes before the answer": { act: (_, { end }) => end(), ...broken },
	"resets in the head": { act: (_, line) => cut(line, head), ...broken },
	"resets in the body": { act: (_, line) => cut(line, beginning), ...broken },
	"hangs before the answer": { act: () => undefined, ...hanging },
	"hangs in the status line": { act: (_, { raw }) => raw("HTTP/1.1 2"), ...hanging },
	"hangs in the head": { act: (_, { raw }) => raw(head), ...hanging },
	"hangs before the body": { act: (_, { raw }) => raw(`${head}Content-Length: 2\r\n\r\n`), ...hanging },
	"hangs in the body": { act: (_, { raw }) => raw(beginning), ...hanging },
	"hangs after the body, whose length is not said": {
		act: async (asked, { raw }) => raw(`${head}Connection: close\r\n\r\n${(await asked.honest()).body}`),
		...hanging,
	},
	"drips headers without an end": { act: drip(head, "X-More: 1\r\n", 100), ...hanging },
	"drips a body without an end": { act: drip(`${head}Transfer-Encoding: chunked\r\n\r\n`, "1\r\n \r\n", 100), ...hanging },
	"hangs on polls only": {
		act: async (asked, { send }) => {
			if (!asked.operation.startsWith("Poll")) send(await asked.honest());
		},
		hangs: true,
		run: "fail, pass",
		proxy: "inconclusive, pass",
	},
	"closes polls before they are answered, as gateways do at the 59th second": {
		act: async (asked, { send, end }) => {
			if (asked.operation.startsWith("Poll")) setTimeout(end, 59);
			else send(await asked.honest());
		},
		run: "inconclusive, pass",
		proxy: "inconclusive, pass",
	},
	"dies half way and comes back": { act: away(4, 7), run: "inconclusive, pass", proxy: "inconclusive, pass" },
	"dies half way": { act: away(6, 1e9), spares: "nothing", run: "inconclusive, pass", proxy: "inconclusive, pass" },
} as const satisfies Readonly<Record<string, Behaviour>>;

function cut({ raw, reset }: Line, bytes: string): void {
	raw(bytes);
	setTimeout(reset, 20);
}

function drip(begin: string, more: string, milliseconds: number): Act {
	return (_, { raw, forever }) => {
		raw(begin);
		forever(more, milliseconds);
	};
}
