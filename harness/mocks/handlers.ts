import { type HttpHandler, HttpResponse, http } from "msw";
import { answerHttp } from "./http.ts";
import { createService, type Service } from "./service.ts";

/** Whom the handlers answer for, and with what. */
export interface SwfHandlersOptions {
	/** A service set up before; without it the handlers get one of their own on the wall clock. */
	readonly service?: Service;
	/** An endpoint to answer for besides SWF's own hosts. */
	readonly baseUrl?: string;
}

/** SWF's hosts in any region and partition, plain, FIPS and dual stack. */
const swfHosts = /^https?:\/\/swf(?:-fips)?\.[a-z0-9-]+\.[a-z0-9.-]+(?::\d+)?\//;

/**
 * Request handlers that answer for SWF, for use with MSW: `setupServer(...swfHandlers())`.
 *
 * Each call makes an SWF of its own in which nothing has happened yet, unless it is given one.
 */
export function swfHandlers({ service = createService({ clock: "wall" }), baseUrl }: SwfHandlersOptions = {}): HttpHandler[] {
	const answer = async ({ request }: { readonly request: Request }) => {
		const { headers, signal } = request;
		const {
			status,
			headers: replied,
			body,
		} = await answerHttp(service, {
			headers: Object.fromEntries(headers),
			body: await request.text(),
			signal,
		});
		return new HttpResponse(body, { status, headers: replied });
	};
	const own = baseUrl === undefined ? [] : [http.post(`${baseUrl.replace(/\/$/, "")}/`, answer)];
	return [http.post(swfHosts, answer), ...own];
}
