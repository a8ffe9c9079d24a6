import { EventEmitter } from "node:events";
import type { HttpHandler } from "msw";
// Only this part of MSW: the whole of it takes as long to load as the SDK.
import { http } from "msw/core/http";
import { answerHttp } from "./http.ts";
import { createService, type Service } from "./service.ts";

/** Whom the handlers answer for, and with what. */
export interface SwfHandlersOptions {
	/** A service set up before; without it the handlers get one of their own on the wall clock. */
	readonly service?: Service;
	/** An endpoint to answer for besides SWF's own hosts. */
	readonly baseUrl?: string;
}

const dnsSuffixes = [
	...["amazonaws\\.com(?:\\.cn)?", "amazonaws\\.eu", "c2s\\.ic\\.gov", "sc2s\\.sgov\\.gov"],
	...["api\\.aws(?:\\.ic\\.gov|\\.scloud)?", "api\\.amazonwebservices\\.com\\.cn"],
];

/** SWF's hosts in any region and partition, plain, FIPS and dual stack. */
const swfHosts = new RegExp(`^https?://swf(?:-fips)?\\.[a-z0-9-]+\\.(?:${dnsSuffixes.join("|")})(?::\\d+)?/`);

/**
 * Request handlers that answer for SWF, for use with MSW: `setupServer(...swfHandlers())`.
 *
 * Each call makes an SWF of its own in which nothing has happened yet, unless it is given one.
 */
export function swfHandlers({ service = createService({ clock: "wall" }), baseUrl }: SwfHandlersOptions = {}): HttpHandler[] {
	const answer = async ({ request }: { readonly request: Request }) => {
		const { headers } = request;
		const signal = hangUpOf(request);
		const {
			status,
			headers: replied,
			body,
		} = await answerHttp(service, {
			headers: Object.fromEntries(headers),
			body: await request.text(),
			signal,
		});
		return new Response(body, { status, headers: replied });
	};
	const own = baseUrl === undefined ? [] : [http.post(`${baseUrl.replace(/\/$/, "")}/`, answer)];
	return [http.post(swfHosts, answer), ...own];
}

/**
 * Aborts when the caller gives the request up. For requests made through node:http, as the SDK's are, MSW does not pass that on in
 * the request's own signal; what it keeps with the request is the client's original, which closes.
 */
function hangUpOf(request: Request): AbortSignal {
	const kept = Object.getOwnPropertySymbols(request).find(({ description }) => description === "kRawRequest");
	const original: unknown = kept === undefined ? undefined : Reflect.get(request, kept);
	if (!(original instanceof EventEmitter)) return request.signal;
	const hangUp = new AbortController();
	original.once("close", () => hangUp.abort());
	return AbortSignal.any([request.signal, hangUp.signal]);
}
