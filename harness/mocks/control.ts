import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import { InputError } from "../scenario/problem.ts";
import type { HttpAnswer } from "./http.ts";
import { placeOf } from "./identities.ts";
import type { Place, Service } from "./service.ts";

/** Where the paths begin that move, empty and change a service; they are not SWF's. */
export const controlPrefix = "/_swf/";

const plain = (status: number, body: string): HttpAnswer => ({ status, headers: { "content-type": "text/plain" }, body });
const json = (body: unknown): HttpAnswer => ({
	status: 200,
	headers: { "content-type": "application/json" },
	body: `${JSON.stringify(body)}\n`,
});

/** Carries out an order to the service itself. */
export async function control(service: Service, method: string, url: string, body: string): Promise<HttpAnswer> {
	const order = `${method} ${url}`;
	try {
		switch (order) {
			case `GET ${controlPrefix}health`:
				return plain(200, "healthy");
			case `GET ${controlPrefix}list`:
				return json({ places: service.places() });
			case `POST ${controlPrefix}clock/elapse`:
				return await elapse(service, orderIn(body));
			case `POST ${controlPrefix}reset`:
				return reset(service, orderIn(body));
			case `POST ${controlPrefix}configure`:
				return await configure(service, body);
			default:
				return plain(404, `there is no ${order}; see harness/mocks/README.md`);
		}
	} catch (error) {
		if (error instanceof InputError || error instanceof SyntaxError || error instanceof OrderError)
			return plain(400, error.message);
		throw error;
	}
}

/** An order that cannot be carried out; its message goes to who gave it. */
class OrderError extends Error {}

/** An empty body stands for an empty order. */
function orderIn(body: string): JsonObject {
	const order: unknown = body.trim() === "" ? {} : JSON.parse(body);
	if (isJsonObject(order)) return order;
	throw new OrderError("expected a JSON object");
}

function textIn(order: JsonObject, member: string): string | undefined {
	const value = order[member];
	if (value === undefined || typeof value === "string") return value;
	throw new OrderError(`${member} is a text`);
}

/** Names a place by its account, or by an access key that works there. */
function placeIn(service: Service, order: JsonObject): Place {
	const place = placeOf(service.frontDoor(), textIn(order, "accessKeyId"), textIn(order, "region"));
	return { ...place, account: textIn(order, "account") ?? place.account };
}

async function elapse(service: Service, order: JsonObject): Promise<HttpAnswer> {
	const { seconds, parked = 0 } = order;
	if (typeof seconds !== "number" || !(seconds >= 0) || typeof parked !== "number") {
		throw new OrderError("expected {accessKeyId or account, region, seconds, parked?}");
	}
	if (service.clock === "wall") throw new OrderError("a wall clock cannot be moved; serve with --clock virtual");
	await service.elapse(placeIn(service, order), seconds, parked);
	return plain(200, "");
}

async function configure(service: Service, body: string): Promise<HttpAnswer> {
	// Loaded only when it is asked for.
	const { parseSettings } = await import("./config/parse-settings.ts");
	service.configure(parseSettings(body, "configure"));
	return plain(200, "");
}

function reset(service: Service, order: JsonObject): HttpAnswer {
	const { accessKeyId, region } = order;
	const account = textIn(order, "account") ?? (accessKeyId === undefined ? undefined : placeIn(service, order).account);
	service.reset({
		...(account === undefined ? {} : { account }),
		...(region === undefined ? {} : { region: placeIn(service, order).region }),
	});
	return plain(200, "");
}
