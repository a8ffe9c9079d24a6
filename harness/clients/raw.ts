import { Hash } from "@smithy/hash-node";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import type { ClientSettings, SendOptions, Sent } from "./client.ts";
import {
	AnswerTooLong,
	orAborted,
	readBody,
	readResponse,
	recordRequest,
	secretsOf,
	transportProblem,
	withoutSecrets,
} from "./http.ts";
import { readOutcome } from "./read-outcome.ts";
import type { RequestHandler } from "./request-handlers.ts";

/** How a request is signed where it is not signed right. */
export interface Signing {
	readonly accessKeyId?: string;
	readonly secretAccessKey?: string;
	readonly sessionToken?: string;
	readonly region?: string;
	readonly service?: string;
	/** Seconds that the date lies back; negative ones are ahead. */
	readonly ago?: number;
	/** Signed in place of the body that is sent. */
	readonly body?: string;
}

/** A request as it goes over the line. */
export interface RawRequest {
	/** Headers beside the client's own or in their place, names in lower case; null takes one away. */
	readonly headers: { readonly [name: string]: string | null };
	readonly body: string;
	/** What is wrong about the signature, or false for none at all. */
	readonly signing: Signing | false;
}

/** Sends a request to the letter, once. Never throws for what a target does. */
export type RawClient = (request: RawRequest, options: SendOptions) => Promise<Sent>;

/** Headers that signing makes: one that is given replaces the result. All others are given first, so that the signature covers them. */
const madeBySigning = ["authorization", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token"];

export function connectRaw(settings: ClientSettings, requestHandler: RequestHandler): RawClient {
	const { credentials, region, endpoint } = settings;
	const { protocol, hostname, port, pathname } = new URL(endpoint);
	const secrets = secretsOf(credentials);
	const signerOf = ({ accessKeyId, secretAccessKey, sessionToken, region: other, service = "swf" }: Signing) =>
		new SignatureV4({
			service,
			region: other ?? region,
			credentials: {
				...credentials,
				...(accessKeyId === undefined ? {} : { accessKeyId }),
				...(secretAccessKey === undefined ? {} : { secretAccessKey }),
				...(sessionToken === undefined ? {} : { sessionToken }),
			},
			sha256: Hash.bind(null, "sha256"),
		});
	const signer = signerOf({});
	const unsigned = (headers: RawRequest["headers"], body: Uint8Array) =>
		new HttpRequest({
			method: "POST",
			protocol,
			hostname,
			...(port === "" ? {} : { port: Number(port) }),
			path: pathname.endsWith("/") ? pathname : `${pathname}/`,
			headers: changed(
				{
					host: port === "" ? hostname : `${hostname}:${port}`,
					"content-type": "application/x-amz-json-1.0",
					"content-length": String(body.byteLength),
				},
				headers,
			),
			body,
		});
	return async ({ headers, body, signing }, options) => {
		const sent = Buffer.from(body);
		const request = unsigned(
			among(headers, (name) => !madeBySigning.includes(name)),
			sent,
		);
		if (signing !== false) {
			const signed = signing.body === undefined ? request : unsigned(request.headers, Buffer.from(signing.body));
			const by = Object.keys(signing).length === 0 ? signer : signerOf(signing);
			const date = signing.ago === undefined ? {} : { signingDate: new Date(Date.now() - signing.ago * 1000) };
			request.headers = { ...(await by.sign(signed, date)).headers, "content-length": String(sent.byteLength) };
		}
		request.headers = changed(
			request.headers,
			among(headers, (name) => madeBySigning.includes(name)),
		);
		return send(requestHandler, request, secrets, options);
	};
}

type Headers = RawRequest["headers"];

const among = (headers: Headers, isMeant: (name: string) => boolean): Headers =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => isMeant(name)));

const changed = (headers: Readonly<Record<string, string>>, changes: Headers): Record<string, string> =>
	Object.fromEntries(
		Object.entries({ ...headers, ...changes }).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
	);

async function send(
	requestHandler: RequestHandler,
	httpRequest: HttpRequest,
	secrets: readonly string[],
	{ signal, departed }: SendOptions,
): Promise<Sent> {
	const request = recordRequest(httpRequest, secrets);
	try {
		const pending = requestHandler.handle(httpRequest, { abortSignal: signal });
		departed?.();
		const { response } = await orAborted(pending, signal);
		const raw = readResponse(response, await readBody(response.body, signal));
		return { request, ...withoutSecrets(raw, readOutcome(raw), secrets) };
	} catch (error) {
		if (error instanceof AnswerTooLong) return { request, outcome: { kind: "garbage", problem: error.message } };
		return { request, outcome: { kind: "transport", problem: transportProblem(error, signal) } };
	}
}
