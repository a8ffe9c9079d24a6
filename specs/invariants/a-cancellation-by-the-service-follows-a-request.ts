import { cancellations } from "./support/cancel-requests.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";

/** An activity task that nobody took is cancelled only after its cancellation was requested. */
export const aCancellationByTheServiceFollowsARequest = ofEvents((events) =>
	cancellations(events)
		.filter(({ event, request }) => event.attributes["startedEventId"] === 0 && request === undefined)
		.map(({ event }) => breachOf(event, `${named(event)} cancels a task that nobody took and nobody asked to cancel`)),
);
